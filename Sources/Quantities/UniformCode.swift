/// A 统一社会信用代码 (GB 32100-2015): 18 characters with two check digits inside.
///
/// 1 registering body, 2 category, 3–8 administrative division (digits), 9–17 organisation code
/// (主体标识码, GB 11714, the last character its check digit), 18 check digit. Every registering body
/// assigns its organisation codes by GB 11714 (the codes of editorial offices, civil affairs and
/// market regulators in the tests all satisfy it), so both check digits are checked for all of them.
public struct UniformCode: Hashable, Sendable {
  /// How many characters every code has.
  public static let length = 18

  /// In upper case, as the standard writes it.
  public let text: String

  /// The code that a text is; neither white space nor lower case is mended.
  ///
  /// - Throws: The first mistake from the left.
  public init(_ text: String) throws(UniformCodeFault) {
    if let fault = UniformCode.fault(in: text.utf8.span) { throw fault }
    self.text = text
  }

  /// What is wrong with a code, or nil if nothing is; the first mistake from the left.
  public static func fault(in bytes: Span<UInt8>) -> UniformCodeFault? {
    if bytes.count != length { return .length(bytes.count) }
    var sum = 0
    var weight = 1
    var organisation = 0
    for index in 0..<17 {
      let byte = bytes[index]
      guard let value = value(of: byte), !(2...7).contains(index) || value < 10 else {
        return .character(position: index + 1)
      }
      sum += value * weight
      weight = weight * 3 % 31
      if (8...15).contains(index) {
        organisation += organisationValue(of: byte) * organisationWeights[index - 8]
      }
    }
    guard value(of: bytes[17]) != nil else { return .character(position: 18) }
    let inner = organisationCheck(sum: organisation)
    if bytes[16] != inner { return .organisationCheck(expected: Character(Unicode.Scalar(inner))) }
    let last = check(sum: sum)
    if bytes[17] != last { return .check(expected: Character(Unicode.Scalar(last))) }
    return nil
  }

  /// The whole code for a registering body, category and division (8 characters) and the first 8
  /// characters of an organisation code. Nil if they are not 8 and 8 permitted characters.
  public init?(authority: String, organisation: String) {
    var bytes = Array((authority + organisation).utf8)
    guard authority.utf8.count == 8, organisation.utf8.count == 8 else { return nil }
    var inner = 0
    for index in 8..<16 {
      inner +=
        UniformCode.organisationValue(of: bytes[index])
        * UniformCode.organisationWeights[index - 8]
    }
    bytes.append(UniformCode.organisationCheck(sum: inner))
    var sum = 0
    var weight = 1
    for byte in bytes {
      guard let value = UniformCode.value(of: byte) else { return nil }
      sum += value * weight
      weight = weight * 3 % 31
    }
    bytes.append(UniformCode.check(sum: sum))
    try? self.init(String(decoding: bytes, as: UTF8.self))
  }
}

// MARK: - Check digits

extension UniformCode {
  private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
  /// 0…30, or 255 for a character that codes do not have.
  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 255, count: 256)
    for (value, byte) in alphabet.enumerated() { values[Int(byte)] = UInt8(value) }
    return values
  }()
  private static let organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2]

  private static func value(of byte: UInt8) -> Int? {
    let value = values[Int(byte)]
    return value == 255 ? nil : Int(value)
  }

  /// GB 11714 counts the whole alphabet: A is 10, Z is 35.
  private static func organisationValue(of byte: UInt8) -> Int {
    byte < UInt8(ascii: "A") ? Int(byte) - 48 : Int(byte) - 55
  }

  private static func organisationCheck(sum: Int) -> UInt8 {
    switch 11 - sum % 11 {
    case 10: UInt8(ascii: "X")
    case 11: UInt8(ascii: "0")
    case let digit: UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit)
    }
  }

  private static func check(sum: Int) -> UInt8 { alphabet[(31 - sum % 31) % 31] }
}
