import Days
import Migrations

/// The parts that are about protection, capacity and proof.
extension PlanRecord {
  func protected(_ period: ProtectedPeriod) -> JSONValue {
    var cost = 0.0
    if case .avoid(let points) = period.rule { cost = points }
    return .object([
      "id": .string(period.id),
      "name": .string(period.name),
      "rule": .string(period.rule == .forbid ? "forbid" : "avoid"),
      "cost": .number(Figures.nearest(cost)),
      "stages": .array(
        period.stages.sorted().filter(report.region.pathway.stages.indices.contains)
          .map { .string(report.region.pathway.stages[$0].code) }),
      "source": .string(period.source),
      "dates": .array(
        period.occurrences(touching: report.region.horizon).map {
          .object(["from": .string($0.lowerBound.iso), "to": .string($0.upperBound.iso)])
        }),
    ])
  }

  func resource(_ resource: Resource) -> JSONValue {
    .object([
      "id": .string(resource.id.text),
      "name": .string(resource.name),
      "per": .string(resource.period.rawValue),
      "periods": .array(
        report.plan.uses.filter { $0.resource == resource.id }.sorted { $0.period < $1.period }
          .map {
            .object([
              "period": .string($0.period.iso),
              "capacity": .number(Figures.nearest($0.capacity)),
              "used": .number(Figures.nearest($0.used)),
              "price": .integer($0.price),
            ])
          }),
    ])
  }

  var certificate: JSONValue {
    .object([
      "unit": .string(report.plan.certificate.unit.text),
      "bound": .number(Figures.atMost(report.plan.boundByPrices)),
      "prices": prices(of: report.plan.certificate),
      "links": links(of: report.plan.certificate),
    ])
  }

  func prices(of certificate: Certificate) -> JSONValue {
    .array(
      certificate.prices.map {
        .object([
          "resource": .string($0.resource.text), "period": .string($0.period.iso),
          "price": .integer($0.units),
        ])
      })
  }

  func links(of certificate: Certificate) -> JSONValue {
    .array(
      certificate.links.map {
        .object([
          "first": .string($0.first.text),
          "second": .string($0.second.text),
          "first_from": .string($0.firstDays.lowerBound.iso),
          "first_to": .string($0.firstDays.upperBound.iso),
          "second_from": .string($0.secondDays.lowerBound.iso),
          "second_to": .string($0.secondDays.upperBound.iso),
          "price": .integer($0.units),
          "meaning": .string(
            "At most one of the two goes live in its days; each that does is charged the price."),
        ])
      })
  }
}
