import AWSWire
import Model
import Testing

@Suite("XML replies")
struct XMLReplyTests {
    private func thing(_ inner: String) throws -> Value? {
        let result = "<CreateThingResult><Thing>\(inner)</Thing></CreateThingResult>"
        let body = "<?xml version='1.0'?><CreateThingResponse xmlns='u'>\(result)</CreateThingResponse>"
        return try Fixture.reply(Fixture.query, "CreateThing", body)["thing"]
    }

    @Test(
        "references and data sections are resolved",
        arguments: [
            ("a&amp;b&lt;&gt;&quot;&apos;", "a&b<>\"'"), ("&#65;&#x42;&#x1F600;", "AB😀"),
            ("<![CDATA[a<b>&amp;]]>", "a<b>&amp;"),
            ("a<!-- no -->b", "ab"), (" x ", " x "),
        ])
    func references(_ inner: String, _ text: String) throws {
        #expect(try thing("<thingArn>\(inner)</thingArn>")?["thingArn"] == .string(text))
    }

    @Test("prefixes and attributes are passed over")
    func prefixes() throws {
        #expect(try thing("<n:thingArn a='>' b=\"'\">x</n:thingArn>")?["thingArn"] == "x")
    }

    @Test("numbers, lists and times have the shape's type")
    func types() throws {
        let found = try thing(
            "<count>42</count><subnetIds><item>a</item><item>b</item></subnetIds><start>2015-08-30T12:36:00.5Z</start>")
        #expect(found == ["count": 42, "subnetIds": ["a", "b"], "start": 1_440_938_160.5])
    }

    @Test("an empty element is an empty list, an empty text or an empty structure; a missing one is missing")
    func empties() throws {
        #expect(
            try thing("<subnetIds/><thingArn></thingArn><self/>") == ["subnetIds": [], "thingArn": "", "self": [:]])
    }

    @Test("members that the model lacks are kept under their names in lower camel case")
    func unknown() throws {
        let found = try thing("<NewARN>x</NewARN><NewSet><item><AOne>1</AOne></item><item/></NewSet>")
        #expect(found == ["newARN": "x", "newSet": [["aOne": "1"], ""]])
    }

    @Test(
        "what AWS would not send is an error",
        arguments: [
            " ", "text", "<a>", "<a></b>", "<a", "<a/><b/>", "<a>&nbsp;</a>", "<a>&amp</a>", "<a>&#0;</a>",
            "<a>&#xD800;</a>", "<a b></a>", "<a b=c></a>", "<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>",
            "<a><!-- </a>", "<a><![CDATA[</a>", "<></>",
        ])
    func refusing(_ body: String) {
        #expect(throws: AWSError.self) { try Fixture.reply(Fixture.query, "CreateThing", body) }
    }

    @Test("nesting has a limit, and is an error beyond it")
    func depth() {
        let body = String(repeating: "<a>", count: 100_000)
        let error = #expect(throws: AWSError.self) { try Fixture.reply(Fixture.query, "CreateThing", body) }
        #expect(error?.code == "MalformedReply")
        #expect(error?.message.contains("nested deeper than 128") == true)
    }

    @Test("an unreadable reply may be the reply to something done, unless it was a read")
    func malformed() {
        let write = #expect(throws: AWSError.self) { try Fixture.reply(Fixture.query, "CreateThing", "<") }
        #expect(write?.disposition == .lost)
        let read = #expect(throws: AWSError.self) { try Fixture.reply(Fixture.query, "DescribeThings", "<") }
        #expect(read?.disposition == .transient)
    }
}
