// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "embedding",
  dependencies: [.package(name: "Yijian", path: "../..")],
  targets: [.executableTarget(name: "embedding", dependencies: ["Yijian"])]
)
