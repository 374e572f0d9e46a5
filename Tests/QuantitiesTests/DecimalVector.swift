import Foundation

/// A line of the General Decimal Arithmetic test cases, with the directives above it.
struct DecimalVector {
  let name: String
  let operation: String
  let operands: [String]
  let result: String
  let conditions: Set<String>
  let rounding: String

  /// The folder of the vectors, which is beside the repository where it has been fetched.
  static let folder: URL? = {
    var folder = URL(fileURLWithPath: #filePath)
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      let candidate = folder.appending(path: "shared/corpora/dectest")
      if FileManager.default.fileExists(atPath: candidate.path) { return candidate }
    }
    return nil
  }()

  /// The names of the files, in order.
  static func files() throws -> [String] {
    guard let folder else { return [] }
    return try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".decTest") }.map { String($0.dropLast(8)) }.sorted()
  }

  /// Whether a number is written as scripts write it: digits, at most one point between digits.
  static func isPlain(_ text: String) -> Bool {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    let pieces = digits.split(separator: ".", omittingEmptySubsequences: false)
    return pieces.count <= 2
      && pieces.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber } }
  }

  static func read(_ name: String) throws -> [DecimalVector] {
    guard let file = folder?.appending(path: name + ".decTest") else { return [] }
    let text = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    var rounding = ""
    var vectors: [DecimalVector] = []
    for line in text.split(whereSeparator: \.isNewline) where !line.hasPrefix("--") {
      let words = words(of: line)
      if words.count == 2, words[0].lowercased() == "rounding:" { rounding = words[1].lowercased() }
      guard let arrow = words.firstIndex(of: "->"), arrow > 2, arrow + 1 < words.count else {
        continue
      }
      vectors.append(
        DecimalVector(
          name: words[0], operation: words[1].lowercased(), operands: Array(words[2..<arrow]),
          result: words[arrow + 1], conditions: Set(words[(arrow + 2)...]), rounding: rounding))
    }
    return vectors
  }

  /// Words are separated by spaces, except between quotes; `--` begins a comment.
  private static func words(of line: Substring) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for index in line.indices {
      let character = line[index]
      if let open = quote {
        if character == open { quote = nil } else { word?.append(character) }
      } else if character == "'" || character == "\"" {
        quote = character
        word = word ?? ""
      } else if character == " " {
        if let word { words.append(word) }
        word = nil
      } else if word == nil, character == "-", line[line.index(after: index)...].hasPrefix("-") {
        break
      } else {
        word = (word ?? "") + String(character)
      }
    }
    if let word { words.append(word) }
    return words
  }

  /// A number in scientific notation: its plain notation, and the exponent of its last digit. Nil
  /// for what is not finite or would be very long.
  static func plain(_ text: String) -> (text: String, exponent: Int)? {
    let parts = text.uppercased().split(separator: "E", omittingEmptySubsequences: false)
    guard let mantissa = parts.first, parts.count <= 2 else { return nil }
    let unsigned = mantissa.drop { $0 == "-" || $0 == "+" }
    let pieces = unsigned.split(separator: ".", omittingEmptySubsequences: false)
    let digits = pieces.joined()
    guard !digits.isEmpty, pieces.count <= 2, digits.allSatisfy({ $0.isASCII && $0.isNumber }),
      let shift = parts.count == 2 ? Int(parts[1]) : 0, abs(shift) < 100
    else { return nil }
    let exponent = shift - (pieces.count == 2 ? pieces[1].count : 0)
    var plain = digits + String(repeating: "0", count: max(0, exponent))
    if exponent < 0 {
      let zeros = String(repeating: "0", count: max(0, 1 - exponent - digits.count))
      plain = zeros + digits
      plain.insert(".", at: plain.index(plain.endIndex, offsetBy: exponent))
    }
    return ((mantissa.hasPrefix("-") ? "-" : "") + plain, exponent)
  }
}
