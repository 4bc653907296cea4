// swift-tools-version: 6.2
import PackageDescription

// A program of somebody else's that uses tranche as a library, built and run by CI.
let package = Package(
  name: "client",
  dependencies: [.package(name: "tranche", path: "../..")],
  targets: [
    .executableTarget(
      name: "client", dependencies: [.product(name: "TrancheKit", package: "tranche")])
  ],
  swiftLanguageModes: [.v6]
)
