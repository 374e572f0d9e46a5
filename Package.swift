// swift-tools-version: 6.2
import PackageDescription

/// Every target of ours is built with the same strictness; see CONTRIBUTING.md.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .strictMemorySafety(),
]

/// A target of ours: `Sources/NAME`, with the shared settings.
func room(_ name: String, _ dependencies: [Target.Dependency] = [], path: String? = nil) -> Target {
  .target(name: name, dependencies: dependencies, path: path, swiftSettings: strict)
}

/// The tests of a room: `Tests/NAMETests`.
func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: dependencies + ["TestSupport"], swiftSettings: strict)
}

let package = Package(
  name: "Yijian",
  products: [
    .library(name: "Yijian", targets: ["Yijian"]),
    .library(name: "YijianSQLite", targets: ["StoreSQLite"]),
    .library(name: "YijianStore", targets: ["Store", "Engine", "Quantities"]),
    .library(name: "YijianPostgreSQL", targets: ["StorePostgreSQL"]),
    .library(name: "StoreConformance", targets: ["StoreConformance"]),
    .executable(name: "yijian", targets: ["yijian"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    // Language half.
    room("Source"),
    room("Syntax", ["Source"]),
    room("Formatter", ["Syntax", "Source"]),
    room("Semantics", ["Syntax", "Source", "Quantities"]),
    .target(
      name: "StandardLibrary", path: "stdlib",
      resources: [.embedInCode("标准"), .embedInCode("std")],
      swiftSettings: strict),

    // Data half.
    room("Quantities"),
    room("Engine", ["Quantities"]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    room("Digest", ["CCrypto"]),
    room("Sampling", ["Engine", "Quantities", "Digest"]),
    room("Store", ["Engine", "Quantities", "Digest"]),
    room("StoreConformance", ["Store", "Engine", "Quantities", "Digest"]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    room("Import", ["Store", "Engine", "Quantities", "Digest", "CZlib"]),
    room(
      "StoreSQLite",
      [
        "Store", "Engine", "Digest", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),

    room("StorePostgreSQL", ["Store", "Engine", "Quantities"]),

    // Where the halves meet, and the surfaces.
    room(
      "Runtime",
      [
        "Source", "Syntax", "Semantics", "StandardLibrary", "Quantities", "Engine", "Digest",
        "Sampling", "Store", "Import",
      ]),
    room(
      "Yijian",
      [
        "Runtime", "Formatter", "Source", "Syntax", "Semantics", "StandardLibrary", "Quantities",
        "Engine", "Digest", "Sampling", "Store", "Import",
      ]),
    .executableTarget(
      name: "yijian",
      dependencies: [
        "Yijian", "StoreSQLite", "StorePostgreSQL",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources/yijian-tool", swiftSettings: strict),
    .executableTarget(
      name: "store-faults",
      dependencies: ["Store", "StoreSQLite", "StorePostgreSQL", "Engine"],
      path: "Tests/Faults", swiftSettings: strict),

    .executableTarget(
      name: "generate-canteens", dependencies: ["Quantities"], path: "examples/校园食品/generator",
      swiftSettings: strict),

    .testTarget(
      name: "DocumentationTests",
      dependencies: ["Runtime", "Semantics", "Source", "Store", "Syntax", "TestSupport", "Yijian"],
      swiftSettings: strict),
    .testTarget(
      name: "ToolTests", dependencies: ["yijian", "store-faults", "TestSupport"],
      swiftSettings: strict),
    .testTarget(name: "ArchitectureTests", swiftSettings: strict),
    .target(
      name: "TestSupport", dependencies: ["Source"], path: "Tests/TestSupport",
      swiftSettings: strict),

    tests("Quantities", ["Quantities"]),
    tests("Digest", ["Digest"]),
    tests("Sampling", ["Sampling", "Engine", "Quantities", "Digest"]),
    tests("Source", ["Source"]),
    tests("Store", ["Store", "StoreConformance", "Engine", "Quantities"]),
    tests(
      "StoreSQLite",
      [
        "StoreSQLite", "StoreConformance", "Store", "Import", "Engine",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    tests(
      "StorePostgreSQL", ["StorePostgreSQL", "StoreConformance", "Store", "Engine", "Quantities"]),
    tests("Import", ["Import", "Store", "Engine", "Quantities", "Digest"]),
    tests("Formatter", ["Formatter", "Syntax", "Source"]),
    tests("Engine", ["Engine", "Quantities"]),
    tests("Coverage", ["Semantics", "Syntax", "Source", "Quantities", "Sampling"]),
    tests("Semantics", ["Semantics", "Syntax", "Source", "Quantities"]),
    tests("Syntax", ["Syntax", "Source"]),
    tests(
      "Runtime",
      [
        "Runtime", "Source", "Syntax", "Semantics", "Quantities", "Engine", "Digest", "Sampling",
        "Store", "Import",
      ]),
    tests(
      "Reference",
      [
        "Runtime", "Semantics", "Syntax", "Source", "Store", "StoreSQLite", "StorePostgreSQL",
        "Engine", "Quantities", "Digest",
      ]),
  ],
  swiftLanguageModes: [.v6]
)

// The fuzz targets need a linker flag of their own, so they are there only for `scripts/fuzz`.
if Context.environment["YIJIAN_FUZZ"] != nil {
  package.targets.append(
    .target(
      name: "FuzzImport", dependencies: ["Engine", "Import", "Quantities", "Store"],
      path: "Tests/Fuzz/FuzzImport"))
  for (name, rooms) in [
    ("fuzz-script", ["Formatter", "Runtime", "Source", "Syntax"]),
    ("fuzz-csv", ["FuzzImport", "Import"]),
    ("fuzz-jsonl", ["FuzzImport", "Import"]),
    ("fuzz-xlsx", ["FuzzImport", "Import"]),
    ("fuzz-sheet", ["FuzzImport", "Import"]),
    ("fuzz-manifest", ["Engine", "Runtime", "Source"]),
  ] {
    package.targets.append(
      .executableTarget(
        name: name, dependencies: rooms.map { .byName(name: $0) }, path: "Tests/Fuzz/\(name)",
        swiftSettings: [.unsafeFlags(["-parse-as-library"])]))
    package.products.append(.executable(name: name, targets: [name]))
  }
}
