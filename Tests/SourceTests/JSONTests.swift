import Foundation
import Source
import TestSupport
import Testing

@Suite struct JSONTests {
  static let documents: [(JSONValue, String)] = [
    ("a\"\\\n\t\r\u{1}\u{7F}\u{2028}食😀/", #""a\"\\\n\t\r\u0001\u007f\u2028食😀/""#),
    ([1, nil, true, "", .number("0.10"), [], [:]], #"[1,null,true,"",0.10,[],{}]"#),
    (["b": 1, "a": [["c": -2]]], #"{"b":1,"a":[{"c":-2}]}"#),
  ]

  @Test(arguments: documents)
  func compact(_ value: JSONValue, _ text: String) { #expect(value.text(.compact) == text) }

  @Test func indented() {
    let value: JSONValue = ["a": [1, ["b": nil]], "c": [], "d": [:]]
    let text = """
      {
        "a": [
          1,
          {
            "b": null
          }
        ],
        "c": [],
        "d": {}
      }

      """
    #expect(value.text(.indented) == text)
  }

  /// Another reader finds in the text what was written.
  @Test func anotherReaderAgrees() throws {
    var generator = SplitMix64(seed: 7)
    for _ in 0..<300 {
      let value = random(depth: 4, using: &generator)
      for layout in [JSONValue.Layout.compact, .indented] {
        let data = Data(value.text(layout).utf8)
        let read = try JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed)
        try #require(isSame(value, read))
      }
    }
  }

  private func random(depth: Int, using generator: inout SplitMix64) -> JSONValue {
    switch Int.random(in: 0..<(depth == 0 ? 5 : 8), using: &generator) {
    case 0: return nil
    case 1: return .bool(generator.next() % 2 == 0)
    case 2: return .integer(Int(truncatingIfNeeded: generator.next() % 1_000_000) - 500_000)
    case 3, 4: return .string(randomText(using: &generator))
    case 5, 6:
      let count = Int.random(in: 0..<4, using: &generator)
      return .array((0..<count).map { _ in random(depth: depth - 1, using: &generator) })
    default:
      let count = Int.random(in: 0..<4, using: &generator)
      return .object(
        (0..<count).map { index in
          let name = "\(index)" + randomText(using: &generator)
          return JSONValue.Member(name, random(depth: depth - 1, using: &generator))
        })
    }
  }

  private func randomText(using generator: inout SplitMix64) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<(generator.next() % 8) {
      let limit: UInt32 = generator.next() % 2 == 0 ? 0x80 : 0x2_0000
      let value = UInt32(truncatingIfNeeded: generator.next() % UInt64(limit))
      if let scalar = Unicode.Scalar(value) { text.append(scalar) }
    }
    return String(text)
  }

  private func isSame(_ value: JSONValue, _ read: Any) -> Bool {
    switch value {
    case .null: read is NSNull
    case .bool(let bool): (read as? NSNumber)?.boolValue == bool
    case .integer(let number): (read as? NSNumber)?.intValue == number
    case .number: false
    case .string(let text):
      (read as? String)?.unicodeScalars.elementsEqual(text.unicodeScalars) == true
    case .array(let elements):
      (read as? [Any]).map { $0.count == elements.count && zip(elements, $0).allSatisfy(isSame) }
        ?? false
    case .object(let members):
      (read as? [String: Any]).map { read in
        read.count == members.count
          && members.allSatisfy { member in
            read[member.name].map { isSame(member.value, $0) } ?? false
          }
      } ?? false
    }
  }
}
