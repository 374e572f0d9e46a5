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
        issued 2026-02-10 public 20 natural days
        list public 5 natural days
        findings {
            situation | measure | responsible | deadline
            "unsafe"  | "close" | office      | 3 natural days
            "dirty"   | "clean" | office      | at most 30 natural days
            "still"   | "look"  | office      | after term 1 month
            "burning" | "leave" | office      | immediately
        }
        publish 20 natural days
        tasks duties
    }
    tasks duties {
        task     | duty   | until
        "update" | office | 3 month end
        "report" | office | 12 month 5 days latest
    }
    """

  @Test(arguments: [
    (
      "en",
      [
        "due:", "plan published 20 natural days 2026-03-02",
        "task 'update' (City Office) 3 month end 2026-03-31",
        "task 'report' (City Office) 12 month 5 days latest 2026-12-05",
        "finding 'dirty': clean (City Office) at most 30 natural days as set by who is responsible, "
          + "from the finding",
        "finding 'still': look (City Office) after term 1 month from the end of the term of 'clean'",
        "finding 'burning': leave (City Office) immediately from the finding",
        "list published 5 natural days 2026-03-06",
        "inspections completed 10 month end 2026-10-31",
        "finding 'unsafe': close (City Office) 3 natural days from the finding",
        "results published 20 natural days 2026-11-20 at the latest",
      ]
    ),
    (
      "zh",
      [
        "时限：", "任务“update”（City Office） 3 month end 2026-03-31", "公示计划 20 natural days 2026-03-02",
        "发现“dirty”：clean（City Office） at most 30 natural days 由责任部门定，从发现问题算起",
        "发现“still”：look（City Office） after term 1 month 从“clean”的期限届满算起",
        "公示抽查名单 5 natural days 2026-03-06",
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
      due.compactMap { $0["what"] as? String } == [
        "plan", "list", "task", "completion", "finding", "finding", "finding", "finding",
        "publication", "task",
      ])
    #expect(
      due.map { $0["day"] as? String } == [
        "2026-03-02", "2026-03-06", "2026-03-31", "2026-10-31", nil, nil, nil, nil, "2026-11-20",
        "2026-12-05",
      ])
    #expect(due[4]["from"] as? String == "finding" && due[5]["atMost"] as? Bool == true)
    #expect(due[6]["awaited"] as? String == "clean")
  }
}
