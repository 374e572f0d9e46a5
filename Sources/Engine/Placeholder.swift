/// PLACEHOLDER: integers for `integerIn`, sorted.
package struct IntegerSet: Sendable {}
/// PLACEHOLDER
package struct TextSet: Sendable {}
