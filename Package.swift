// swift-tools-version: 6.2
import PackageDescription

/// Settings of every Swift target: the strict language modes, and no warning left standing.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A module of the product.
///
/// Its `uses` are the arrows of the handbook's picture, checked by
/// `swift build --explicit-target-dependency-import-check error`.
func module(_ name: String, uses: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: uses, swiftSettings: strict)
}

/// A test target beside the module of the same name.
func tests(_ name: String, uses: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(
    name: name, dependencies: uses + ["TestSupport", "Days", "Migrations"], exclude: exclude,
    swiftSettings: strict)
}

/// What `TrancheKit` exports, and so what its users depend on.
///
/// The build compiles a module again only where one that it names has changed, and `TrancheKit`
/// itself never does.
let kit: [Target.Dependency] = [
  "TrancheKit", "RegionFiles", "Planning", "PlanChecks", "Studies", "Reports", "Migrations",
  "Files", "Days",
]

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "tranche",
  products: [
    .library(
      name: "TrancheKit",
      targets: [
        "TrancheKit", "RegionFiles", "Planning", "PlanChecks", "Studies", "Reports", "Migrations",
        "Files", "Days",
      ]),
    .executable(name: "tranche", targets: ["tranche"]),
    .executable(name: "tranche-bench", targets: ["tranche-bench"]),
  ],
  dependencies: [
    // Exactly this one, so that a release is the same bytes for everybody.
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2")
  ],
  targets: [
    // C libraries. Each is imported by one module only.
    .systemLibrary(name: "CGLPK", providers: [.apt(["libglpk-dev"])]),
    .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),
    .systemLibrary(
      name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(
      name: "CPangoCairo", pkgConfig: "pangocairo",
      providers: [.apt(["libcairo2-dev", "libpango1.0-dev"])]),
    .target(
      name: "CGLPKShim", dependencies: ["CGLPK"],
      cSettings: [.define("_FORTIFY_SOURCE", to: "2", .when(configuration: .release))]),
    .target(
      name: "CTomlPP",
      cxxSettings: [.define("_FORTIFY_SOURCE", to: "2", .when(configuration: .release))]),

    module("Files"),
    module("Days"),
    module("Migrations", uses: ["Days"]),
    module(
      "RegionFiles", uses: ["Files", "Migrations", "Days", "CTomlPP", "CNettle", "CZip", "CExpat"]),
    module("LinearPrograms", uses: ["CGLPK", "CGLPKShim"]),
    module("Planning", uses: ["Migrations", "Days", "LinearPrograms"]),
    module("PlanChecks", uses: ["Migrations", "Days"]),
    module("Studies", uses: ["Planning", "Migrations", "Files", "Days"]),
    module("Reports", uses: ["Migrations", "Files", "Days", "CXLSXWriter", "CPangoCairo"]),
    module("TrancheKit", uses: Array(kit.dropFirst())),
    .executableTarget(
      name: "tranche", dependencies: kit + [argumentParser], swiftSettings: strict),
    .executableTarget(
      name: "tranche-bench", dependencies: kit + [argumentParser], swiftSettings: strict),

    .target(
      name: "TestSupport", dependencies: ["Migrations", "Days"], path: "Tests/TestSupport",
      swiftSettings: strict),
    tests("DaysTests", uses: []),
    tests("FilesTests", uses: ["Files"]),
    tests("MigrationsTests", uses: []),
    tests("RegionFilesTests", uses: ["RegionFiles"], exclude: ["Broken", "Workbooks"]),
    tests("LinearProgramsTests", uses: ["LinearPrograms", "CGLPK", "CGLPKShim"]),
    tests("PlanningTests", uses: ["Planning", "PlanChecks", "RegionFiles"]),
    tests("PlanChecksTests", uses: ["PlanChecks", "RegionFiles"]),
    tests("StudiesTests", uses: ["Studies", "Planning", "PlanChecks", "RegionFiles"]),
    tests(
      "RobustnessTests",
      uses: ["Planning", "PlanChecks", "Studies", "Reports", "RegionFiles", "LinearPrograms"]),
    tests("ReportsTests", uses: ["Reports", "Files", "RegionFiles"], exclude: ["Golden"]),
    .testTarget(name: "TrancheKitTests", dependencies: kit, swiftSettings: strict),
    tests("TrancheTests", uses: ["tranche", "RegionFiles"], exclude: ["Former", "Transcripts"]),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
