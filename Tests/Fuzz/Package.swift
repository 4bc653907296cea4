// swift-tools-version: 6.2
import PackageDescription

// The readers of tranche under libFuzzer. The sources are the product's own, reached through links, and built here
// with coverage and AddressSanitizer; the product's own build knows nothing of it.

let fuzzed: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .unsafeFlags(["-sanitize=fuzzer,address", "-enable-testing", "-parse-as-library"]),
]
let fuzzedC: [CXXSetting] = [
  .unsafeFlags(["-fsanitize=fuzzer-no-link,address"])
]

let package = Package(
  name: "fuzz",
  targets: [
    .systemLibrary(name: "CNettle", pkgConfig: "nettle"),
    .systemLibrary(name: "CZip", pkgConfig: "libzip"),
    .systemLibrary(name: "CExpat", pkgConfig: "expat"),
    .target(name: "CTomlPP", cxxSettings: fuzzedC),
    .target(name: "Files", swiftSettings: fuzzed),
    .target(name: "Days", swiftSettings: fuzzed),
    .target(name: "Migrations", dependencies: ["Days"], swiftSettings: fuzzed),
    .target(
      name: "RegionFiles",
      dependencies: ["Files", "Migrations", "Days", "CTomlPP", "CNettle", "CZip", "CExpat"],
      swiftSettings: fuzzed),
    .target(name: "PlanChecks", dependencies: ["Migrations", "Days"], swiftSettings: fuzzed),
    .executableTarget(
      name: "fuzz", dependencies: ["RegionFiles", "PlanChecks", "Migrations", "Files", "Days"],
      swiftSettings: fuzzed, linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address"])]),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
