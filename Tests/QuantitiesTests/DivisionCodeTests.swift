import Quantities
import Testing

@Suite struct DivisionCodeTests {
  @Test(arguments: [
    ("310112", nil), ("310112105", nil), ("310112105001", nil), ("310000", nil), ("310100", nil),
    // Counties under a province's own city number; towns directly under a city without counties.
    ("429004", nil), ("441900003", nil), ("441900003000", nil), ("820000", nil),
    ("", DivisionCodeFault.form), ("31011", .form), ("3101121", .form), ("31011210500100", .form),
    ("31011a", .form), ("３10112", .form), ("310112 ", .form),
    ("000000", .province), ("301112", .province), ("100000", .province), ("990000000", .province),
    ("310012", .level), ("310000105", .level), ("310112000001", .level),
  ])
  func forms(_ text: String, _ fault: DivisionCodeFault?) {
    let found = DivisionCode.fault(in: text.utf8.span)
    #expect(found == fault)
  }

  @Test(arguments: [
    ["310112105001", "310112105000", "310112000000", "310100000000", "310000000000", ""],
    ["310112", "310100", "310000", ""], ["310112105", "310112000", "310100000", "310000000", ""],
    ["441900003", "441900000", "440000000", ""],
  ])
  func parents(_ chain: [String]) {
    for (code, above) in zip(chain, chain.dropFirst()) {
      let parent = DivisionCode.parent(of: code.utf8.span)
      #expect(parent == Array(above.utf8))
      #expect(isWithin(code, code))
      if !above.isEmpty {
        #expect(isWithin(code, above))
        #expect(!isWithin(above, code))
      }
    }
  }

  /// “省级取前两位, 市级取前四位”, whatever the lengths of the two codes.
  @Test(arguments: [
    ("310112", "310000", true), ("310112105001", "310112", true), ("310112", "310112000000", true),
    ("310112", "310100000", true), ("310113", "310112", false), ("310112", "310112105", false),
    ("320100", "310000", false), ("441900003", "441900", true),
  ])
  func containment(_ code: String, _ upper: String, _ isWithin: Bool) {
    #expect(self.isWithin(code, upper) == isWithin)
  }

  @Test(arguments: [
    ("01310118000200", true), ("0131011800020", false), ("013101180002000", false),
    ("0131011800020X", false), ("", false), ("０1310118000200", false),
  ])
  func matters(_ text: String, _ isCode: Bool) {
    let found = MatterCode.isCode(text.utf8.span)
    #expect(found == isCode)
  }

  private func isWithin(_ code: String, _ upper: String) -> Bool {
    DivisionCode.isWithin(code.utf8.span, upper.utf8.span)
  }
}
