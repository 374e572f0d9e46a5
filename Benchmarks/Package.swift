// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "Benchmarks",
  dependencies: [.package(name: "Yijian", path: "..")],
  targets: [
    .executableTarget(
      name: "generate-registry", dependencies: [.product(name: "Yijian", package: "Yijian")]),
    .executableTarget(name: "measure", dependencies: [.product(name: "Yijian", package: "Yijian")]),
    .executableTarget(
      name: "measure-store",
      dependencies: [
        .product(name: "Yijian", package: "Yijian"),
        .product(name: "YijianSQLite", package: "Yijian"),
        .product(name: "YijianPostgreSQL", package: "Yijian"),
      ]),
    .executableTarget(
      name: "sqlite-peer",
      linkerSettings: [.linkedLibrary("sqlite3"), .linkedLibrary("crypto")]),
  ],
  swiftLanguageModes: [.v6]
)
