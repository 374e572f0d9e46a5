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
      name: "measure-postgresql",
      dependencies: [
        .product(name: "Yijian", package: "Yijian"),
        .product(name: "YijianPostgreSQL", package: "Yijian"),
      ]),
  ],
  swiftLanguageModes: [.v6]
)
