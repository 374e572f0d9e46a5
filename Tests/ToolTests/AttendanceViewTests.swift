import Foundation
import Testing

/// Who comes to which object, on the command line.
@Suite struct AttendanceViewTests {
  private static let script = """
    enum Tier ordered { A, B, C }
    department office
    department brigade { title "Fire Brigade" }
    registry places { key code: Text; tier: Tier }
    plan yearly {
        period 2026-03-01 to 2026-11-30
        lead office
        with brigade when tier >= B
        over places
        sample by tier { A => 1 object; B => 2 objects; C => all }
        inspectors brigade 3 persons
    }
    """

  @Test(arguments: [
    (
      "en", "Fire Brigade comes to 3 of them (2 of B, 1 of C)",
      "Fire Brigade: 3 at a time, 9 person-visits"
    ),
    ("zh", "Fire Brigade只到其中 3 户（B 2 户，C 1 户）", "Fire Brigade 3 人一组，共 9 人次"),
  ])
  func theDrawSaysWhoComes(_ language: String, _ line: String, _ persons: String) throws {
    let folder = try Tool.Folder()
    try folder.write("plan.yj", Self.script)
    try folder.write("places.csv", "code,tier\na1,A\na2,A\nb1,B\nb2,B\nb3,B\nc1,C\n")
    let store = ["--store", "sqlite:s.db"]
    let imported = try Tool.run(["import", "plan.yj", "places", "places.csv"] + store, in: folder)
    #expect(imported.status == 0, "\(imported.errors)")
    let draw =
      ["draw", "plan.yj", "yearly", "--on", "2026-03-01", "--seed", "s", "--lang", language] + store
    let drawn = try Tool.run(draw, in: folder)
    #expect(drawn.status == 0, "\(drawn.errors)")
    let lines = drawn.output.split(separator: "\n")
    #expect(lines.contains { $0 == line } && drawn.output.contains(persons), "\(drawn.output)")
    let objects = lines.filter { $0.contains("…") && $0.contains("  ") }
    #expect(objects.count { $0.hasSuffix("brigade") } == 3)
    #expect(objects.count { $0.hasSuffix("brigade") && $0.contains("  a") } == 0)
    let again = try Tool.run(draw + ["--redraw", "again", "--json"], in: folder)
    let attendances = try #require(try again.json()["attendances"] as? [[String: Any]])
    #expect(attendances.count == 1 && attendances[0]["name"] as? String == "brigade")
    #expect((attendances[0]["objects"] as? [String])?.contains("c1") == true)
  }
}
