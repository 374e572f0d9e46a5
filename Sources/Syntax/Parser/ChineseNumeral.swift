/// Whole numbers up to 199 in Chinese characters, as ratios are spoken: 五, 十二, 二十, 一百.
enum ChineseNumeral {
  /// The value, or nil if the text is no such number. O(length).
  static func value(of text: Substring) -> Int? {
    var total = 0
    var digit: Int?
    var smallestUnit = 1000
    for character in text {
      if let value = digits[character] {
        if digit != nil && digit != 0 { return nil }
        digit = value
        continue
      }
      let unit: Int
      switch character {
      case "十": unit = 10
      case "百": unit = 100
      default: return nil
      }
      if unit >= smallestUnit || unit == 100 && digit != 1 { return nil }
      if digit == nil, total > 0 { return nil }
      total += (digit ?? 1) * unit
      digit = nil
      smallestUnit = unit
    }
    return text.isEmpty ? nil : total + (digit ?? 0)
  }

  private static let digits: [Character: Int] = [
    "零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8,
    "九": 9,
  ]
}
