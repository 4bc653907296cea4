/// The columns of practices.csv that tranche reads.
enum PracticeField: String, CaseIterable {
  case odsCode = "ods_code"
  case name = "practice_name"
  case source = "source_system"
  case target = "target_system"
  case pcnCode = "pcn_code"
  case pcnName = "pcn_name"
  case icbCode = "icb_code"
  case icbName = "icb_name"
  case postcode
  case partner
  case listSize = "list_size"
  case preferredDate = "preferred_date"
  case preferredFrom = "preferred_from"
  case preferredTo = "preferred_to"
  case mustBeLiveBy = "must_be_live_by"
  case notBefore = "not_before"
  case priority
  case pinnedGoLive = "pinned_go_live"
  case pilot
  case dispensing
  case branches
  case blackout
  case contactEmail = "contact_email"
  case notes
  case status

  /// Other headings met in the files of ICBs, in NHS releases and in the Tracking Database.
  private var aliases: [String] {
    switch self {
    case .odsCode:
      [
        "ODS", "Practice code", "Organisation code", "ORG_CODE", "GP code",
        "GP ODS code", "Practice ODS code", "Service Recipient ID",
        "Service Recipient ID (e.g. ODS code where this is available)",
      ]
    case .name: ["Name", "Organisation name", "ORG_NAME", "Service Recipient Name"]
    case .source:
      [
        "Current system", "Source", "From", "From system", "Supplier", "SUPPLIER_NAME",
        "Product ID",
        "Current supplier", "Clinical system", "clinical_system_supplier", "System", "GP system",
        "Current clinical system", "Existing system", "Moving from",
      ]
    case .target:
      [
        "New system", "Target", "To", "To system", "New supplier", "Target supplier", "Moving to",
        "Future system",
      ]
    case .pcnCode: ["PCN"]
    case .pcnName: ["Primary care network"]
    case .icbCode: []
    case .icbName: ["ICB", "Call Off Ordering Party name"]
    case .postcode: ["PRACTICE_POSTCODE", "Post code"]
    case .partner: ["Delivery partner", "CSU"]
    case .listSize:
      ["Registered patients", "NUMBER_OF_PATIENTS", "Patients", "Practice list size"]
    case .preferredDate:
      [
        "Requested go live", "Preferred go live", "Actual M1 date", "Preferred go live date",
        "Requested go live date", "Target go live", "Target go live date",
        "Preferred week", "Preferred month", "Requested date",
      ]
    case .preferredFrom, .preferredTo: []
    case .mustBeLiveBy: ["Deadline", "Contract end", "Target date", "Must be live by date"]
    case .notBefore: ["Earliest start"]
    case .priority: []
    case .pinnedGoLive:
      [
        "Agreed go live", "Fixed date", "Agreed go live date", "Confirmed go live",
        "Confirmed go live date",
      ]
    case .pilot: ["Is pilot"]
    case .dispensing: ["Dispensing practice"]
    case .branches: ["Branch sites", "Branch codes"]
    case .blackout: ["Blackout dates", "Avoid", "Unavailable", "Blackouts"]
    case .contactEmail: ["Practice contact", "Mailbox", "Email"]
    case .notes: ["Comments", "Note"]
    case .status: ["Practice status", "Migration status", "Current status"]
    }
  }

  /// The fields by folded heading.
  private static let byHeading: [String: PracticeField] = {
    var fields: [String: PracticeField] = [:]
    for field in allCases {
      for heading in [field.rawValue] + field.aliases { fields[Trimming.folded(heading)] = field }
    }
    return fields
  }()

  /// The field of a heading, whatever its case, spaces and punctuation; nil if there is none.
  static func named(_ heading: String) -> PracticeField? { byHeading[Trimming.folded(heading)] }

  /// All headings that are understood, for suggestions.
  var headings: [String] { [rawValue] + aliases }
}
