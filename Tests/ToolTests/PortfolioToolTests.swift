import Foundation
import TestSupport
import Testing

/// `yijian check FOLDER --store URL`: plans of several scripts against the objects of a store.
@Suite struct PortfolioToolTests {
  /// One of the plans is drawn, the others are still to come.
  private func folder() throws -> Tool.Folder {
    let folder = try Tool.Folder()
    let fixtures = Tool.root.appending(path: "Tests/Fixtures/portfolio")
    for name in ["公共.yj", "市级.yj", "县级.yj", "上限.yj", "医疗机构.csv"] {
      try folder.write("计划/" + name, Data(contentsOf: fixtures.appending(path: name)))
    }
    for arguments in [
      ["import", "计划/公共.yj", "医疗机构", "计划/医疗机构.csv"],
      ["draw", "计划/市级.yj", "市级抽查", "--on", "2026-03-05", "--seed", "种子 1"],
    ] {
      let outcome = try Tool.run(arguments + ["--store", "sqlite:s.db"], in: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
    return folder
  }

  @Test(arguments: ["zh", "en"])
  func reportIsForPeople(language: String) throws {
    let folder = try folder()
    let outcome = try Tool.run(
      ["check", "计划", "--store", "sqlite:s.db", "--lang", language], in: folder)
    #expect(outcome.status == 1)
    try expectGolden(
      outcome.errors + "----\n" + outcome.output,
      Fixture(path: "Tests/Fixtures/portfolio/report.\(language).expected"))
  }

  @Test func reportIsForPrograms() throws {
    let folder = try folder()
    let outcome = try Tool.run(
      ["check", "计划", "--store", "sqlite:s.db", "--year", "2026", "--format", "json"], in: folder)
    #expect(outcome.status == 1)
    #expect(outcome.errors.isEmpty)
    let portfolio = try #require(try outcome.json()["portfolio"] as? [String: Any])
    #expect(portfolio["schema"] as? String == "yijian-portfolio/1")
    let plans = try #require(portfolio["plans"] as? [[String: Any]])
    #expect(plans.compactMap { $0["name"] as? String } == ["市级抽查", "县级抽查", "联合专项"])
    let caps = try #require(portfolio["caps"] as? [[String: Any]])
    #expect(caps.first?["above"] as? Int == 3)
    let elsewhere = try Tool.run(
      ["check", "计划", "--store", "sqlite:s.db", "--year", "2030", "--format", "json"], in: folder)
    #expect(elsewhere.status == 0)
  }

  @Test func yearNeedsAStore() throws {
    #expect(try Tool.run(["check", "x.yj", "--year", "2026"]).status == 2)
  }
}
