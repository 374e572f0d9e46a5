import Quantities
import Store
import Testing

@Suite struct RegistrySchemaTests {
  static let sample = RegistrySchema(
    name: "食堂\t\\n", key: 1,
    fields: [
      FieldSchema(name: "信用\n", kind: .enumeration(members: ["A", "\r", ""]), isOptional: true),
      FieldSchema(name: "键", kind: .code(.uniform), isOptional: false),
      FieldSchema(name: "e", kind: .enumeration(members: []), isOptional: false),
      FieldSchema(name: "", kind: .percent, isOptional: true),
    ])

  @Test func textIsReadBack() {
    let plain: [FieldKind] = [
      .bool, .integer, .decimal, .percent, .text, .code(.uniform), .code(.division),
      .code(.matter), .date,
    ]
    let all = RegistrySchema(
      name: "x", key: 4, fields: plain.map { FieldSchema(name: "y", kind: $0, isOptional: true) })
    for schema in [Self.sample, all] { #expect(RegistrySchema(encoded: schema.encoded) == schema) }
    #expect(
      Self.sample.encoded == """
        yijian-schema/1
        registry\t食堂\\t\\\\n
        key\t1
        field\t信用\\n\tenumeration\toptional\tA\t\\r\t
        field\t键\tcode\trequired
        field\te\tenumeration\trequired
        field\t\tpercent\toptional

        """)
  }

  /// A text that was cut anywhere, or changed, is not taken for another schema.
  @Test func otherTextsAreRefused() {
    let text = Self.sample.encoded
    for end in text.indices {
      if let cut = RegistrySchema(encoded: String(text[..<end])) {
        #expect(cut.encoded == text[..<end])
      }
    }
    let wrong = [
      "", "\n", "yijian-schema/2" + text.dropFirst(15), text + "\n", text + "x",
      text.replacing("key\t1", with: "key\t4"), text.replacing("key\t1", with: "key\t-1"),
      text.replacing("\tcode\t", with: "\tcodex\t"), text.replacing("required", with: "maybe"),
      text.replacing("\tcode\trequired", with: "\tcode\trequired\tA"),
    ]
    for text in wrong { #expect(RegistrySchema(encoded: text) == nil, "\(text)") }
  }
}
