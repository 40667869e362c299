import Testing

@testable import Manifest

@Suite struct TextPatternTests {
    @Test(
        "patterns mean what they mean in schemas",
        arguments: [
            ("^[a-z]+$", "abc", true), ("^[a-z]+$", "aBc", false), ("b", "abc", true), ("^a(b|c)*d$", "abcbd", true),
            ("^a{2,3}$", "aa", true), ("^a{2,3}$", "aaaa", false), ("^a{2,}$", "aaaa", true),
            ("^\\d{3}-\\w+$", "123-a_b", true),
            ("^[^/]+$", "a/b", false), ("^(?:x|y)?z$", "z", true), ("^$", "", true), ("^$", "a", false),
            ("a.c", "xabcx", true),
            ("^arn:aws[a-z-]*:", "arn:aws-cn:iam", true), ("[\\w.]+", "!", false),
        ])
    func matching(_ pattern: String, _ text: String, _ fits: Bool) {
        #expect(TextPattern(pattern)?.fits(text) == fits)
    }

    @Test(
        "what is not read is no pattern",
        arguments: ["(?=a)", "(a)\\1", "a**", "[b-a]", "(", "a{3,2}", "[a", "a{2000}", "\\b"])
    func refused(_ pattern: String) { #expect(TextPattern(pattern) == nil) }

    @Test("a pattern that others never come back from is matched in a moment")
    func hostile() throws {
        let pattern = try #require(TextPattern("^(a+)+$"))
        #expect(!pattern.fits(String(repeating: "a", count: 5_000) + "b"))
        #expect(TextPattern(String(repeating: "(a{100}){100}", count: 3)) == nil)
    }
}
