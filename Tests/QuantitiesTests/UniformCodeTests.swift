import Quantities
import Testing

@Suite struct UniformCodeTests {
  /// Codes of real bodies, from public documents.
  static let real = [
    "11371525004442025C", "11370323MB2859070U", "11371002MB28581746", "11370305MB2856507Y",
    "113703220042220494", "113703030042170202", "11370800004234373R", "11341800003280140M",
    "91330100799655058B", "9144030071526726XG", "914403001922038216",
  ]

  @Test(arguments: real)
  func realCodes(_ text: String) throws {
    #expect(try UniformCode(text).text == text)
    let again = UniformCode(
      authority: String(text.prefix(8)), organisation: String(text.dropFirst(8).prefix(8)))
    #expect(again?.text == text)
  }

  @Test(arguments: [
    ("911100001000010000", UniformCodeFault.check(expected: "1")),
    ("9144030071526726X", .length(17)), ("", .length(0)), ("9144030071526726XGG", .length(19)),
    ("9144030071526726xG", .character(position: 17)),
    ("9I44030071526726XG", .character(position: 2)),
    ("91A403007152672 XG", .character(position: 3)),
    ("9144030071526726XO", .character(position: 18)),
    ("914403007152672６", .character(position: 16)),
    ("91440300715267260G", .organisationCheck(expected: "X")),
    ("9144030071526726XH", .check(expected: "G")),
  ])
  func wrongCodes(_ text: String, _ fault: UniformCodeFault) {
    #expect(throws: fault) { try UniformCode(text) }
  }

  /// A check digit finds every single wrong character.
  @Test func everySingleMistakeIsFound() {
    let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
    for text in UniformCodeTests.real {
      for position in 0..<UniformCode.length {
        for wrong in alphabet {
          var bytes = Array(text.utf8)
          guard bytes[position] != wrong else { continue }
          bytes[position] = wrong
          if UniformCode.fault(in: bytes.span) == nil { Issue.record("\(text) at \(position)") }
        }
      }
    }
  }

  @Test(arguments: [
    ("9144030", "71526726"), ("91440300", "7152672"), ("91440300", "7152672I"),
    ("9144030A", "71526726"), ("91440300", "715267 6"), ("91440300", "一二6726"),
  ])
  func impossibleParts(_ authority: String, _ organisation: String) {
    #expect(UniformCode(authority: authority, organisation: organisation) == nil)
  }
}
