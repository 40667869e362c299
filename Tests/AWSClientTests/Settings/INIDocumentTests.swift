import Testing

@testable import AWSClient

@Suite("Shared files are read as the AWS CLI reads them")
struct INIDocumentTests {
    @Test(
        "a key's value",
        arguments: [
            ("[a]\nk = v", "v"), ("[a]\nk=v", "v"), ("[a]\r\nk = v\r\n", "v"), ("[a]\nK = v", "v"), ("[a]\nk: v", "v"),
            ("[a]\nk = v = w", "v = w"), ("[a]\n# k = c\nk = v\n; k = d", "v"), ("[ a ] ; text\nk = v", "v"),
            ("[a]\nk = v # kept", "v # kept"), ("[a]\nk = v\n[b]\nk = w\n[a]\nj = x", "v"),
            ("[a]\nk = v\n[a]\nk = w", "w"), ("[a]\nk = v\n  more", "v\nmore"), ("[a]\n\tk = v", "v"),
            ("[a]\nk =\n  v", "v"), ("[a]\nk = one\n  # between\n  two", "one\ntwo"),
        ])
    func value(_ text: String, _ expected: String) throws {
        #expect(try INIDocument(text, file: "f").text("a", "k") == expected)
    }

    @Test("an empty key is as good as none")
    func empty() throws {
        #expect(try INIDocument("[a]\nk =\nj = x", file: "f").text("a", "k") == nil)
    }

    @Test("properties of their own stand below an empty value")
    func nested() throws {
        let document = try INIDocument("[s]\necs =\n  endpoint_url = http://a:1/\n  other = 2\nnext = 3", file: "f")
        #expect(document.sections["s"]?["ecs"] == .nested(["endpoint_url": "http://a:1/", "other": "2"]))
        #expect(document.text("s", "next") == "3")
    }

    @Test(
        "a malformed line is named by its number and never quoted",
        arguments: [
            ("[a]\nk = v\nAKIASECRET", 3), ("k = v", 1), ("[a\nk = v", 1), ("[a]\n= v", 2), ("[a]\n  AKIASECRET", 2),
            ("[a]\nk =\n  x = 1\n  AKIASECRET", 4),
        ])
    func malformed(_ text: String, _ line: Int) {
        let error = #expect(throws: INIDocument.SyntaxError.self) { try INIDocument(text, file: "config") }
        #expect(error?.line == line)
        #expect(error?.description.hasPrefix("config:\(line): ") == true)
        #expect(error?.description.contains("SECRET") == false)
    }
}
