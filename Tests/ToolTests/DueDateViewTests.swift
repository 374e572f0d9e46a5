import Foundation
import Testing

/// By when what a plan asks for is due, on the command line.
@Suite struct DueDateViewTests {
  private static let script = """
    department office { title "City Office" }
    registry places { key code: Text }
    plan yearly {
        period 2026-03-01 to 2026-11-30
        complete by 10 month end
        lead office
        over places
        sample 50%
        list public 5 natural days
        findings {
            situation | measure | responsible | deadline
            "unsafe"  | "close" | office      | 3 natural days
        }
        publish 20 natural days
    }
    """

  @Test(arguments: [
    (
      "en",
      [
        "due:", "list published 5 natural days 2026-03-06",
        "inspections completed 10 month end 2026-10-31",
        "finding 'unsafe': close (City Office) 3 natural days from the finding",
        "results published 20 natural days 2026-11-20 at the latest",
      ]
    ),
    (
      "zh",
      [
        "时限：", "公示抽查名单 5 natural days 2026-03-06",
        "完成检查 10 month end 2026-10-31",
        "发现“unsafe”：close（City Office） 3 natural days 从发现问题算起",
        "公示检查结果 20 natural days 最迟 2026-11-20",
      ]
    ),
  ])
  func theDrawSaysWhen(_ language: String, _ lines: [String]) throws {
    let folder = try Tool.Folder()
    try folder.write("plan.yj", Self.script)
    try folder.write("places.csv", "code\n" + (0..<4).map { "p\($0)\n" }.joined())
    let store = ["--store", "sqlite:s.db"]
    let imported = try Tool.run(["import", "plan.yj", "places", "places.csv"] + store, in: folder)
    #expect(imported.status == 0, "\(imported.errors)")
    let draw =
      ["draw", "plan.yj", "yearly", "--on", "2026-03-01", "--seed", "s", "--lang", language] + store
    let drawn = try Tool.run(draw, in: folder)
    #expect(drawn.status == 0, "\(drawn.errors)")
    let words = drawn.output.split(separator: "\n").map {
      $0.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
    }
    for line in lines { #expect(words.contains(line), "\(drawn.output)") }
    let again = try Tool.run(draw + ["--redraw", "again", "--json"], in: folder)
    #expect(again.status == 0, "\(again.errors)")
    let due = try #require(try again.json()["dueDates"] as? [[String: Any]])
    #expect(
      due.compactMap { $0["what"] as? String } == ["list", "completion", "finding", "publication"])
    #expect(due.map { $0["day"] as? String } == ["2026-03-06", "2026-10-31", nil, "2026-11-20"])
    #expect(due[2]["from"] as? String == "finding")
  }
}
