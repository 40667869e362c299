import AWSWire
import Model
import Testing

@Suite("Requests")
struct RequestTests {
    private let start = "Action=CreateThing&Version=2020-01-08"

    @Test(
        "query forms hold nested lists, maps and empty lists",
        arguments: [
            (["subnetIds": ["a", "b"]], "&SubnetId.item.1=a&SubnetId.item.2=b"),
            (
                ["layers": [["a"], ["b", "c"]]],
                "&Layers.member.1.item.1=a&Layers.member.2.item.1=b&Layers.member.2.item.2=c"
            ),
            (
                ["options": [["name": "n", "values": ["v"]]]],
                "&Options.member.1.Name=n&Options.member.1.Values.item.1=v"
            ),
            (["options": [["name": "n", "values": []]]], "&Options.member.1.Name=n&Options.member.1.Values="),
            (["subnetIds": []], "&SubnetId="),
            (
                ["settings": ["a": "1", "b": "2"]],
                "&Settings.entry.1.key=a&Settings.entry.1.value=1&Settings.entry.2.key=b&Settings.entry.2.value=2"
            ),
            (["enabled": true, "count": 3, "ratio": 0.5], "&Count=3&Ratio=0.5&Enabled=true"),
            (["data": Value(.bytes([0, 255]))], "&Data=AP8%3D"), (["start": 0], "&Start=1970-01-01T00%3A00%3A00Z"),
            (["token": "a b+ä/~*"], "&Token=a%20b%2B%C3%A4%2F~%2A"), (["token": .null], ""),
        ] as [(Value, String)])
    func query(_ input: Value, _ fields: String) throws {
        #expect(try Fixture.body(Fixture.query, input) == start + fields)
    }

    @Test(
        "EC2 forms flatten lists, use query names, and leave empty lists out",
        arguments: [
            (["thingName": "n"], "&ThingIdentifier=n"), (["subnetIds": ["a", "b"]], "&SubnetId.1=a&SubnetId.2=b"),
            (["subnetIds": []], ""),
            (["tags": [["key": "k", "value": "v"], ["key": "l"]]], "&TagSet.1.Key=k&TagSet.1.Value=v&TagSet.2.Key=l"),
            (["layers": [["a"], ["b"]]], "&Layers.1.1=a&Layers.2.1=b"),
        ] as [(Value, String)])
    func ec2(_ input: Value, _ fields: String) throws {
        #expect(try Fixture.body(Fixture.ec2, input) == start + fields)
    }

    @Test("JSON bodies have AWS's names, no nulls, and times as numbers")
    func json() throws {
        let input: Value = [
            "thingName": "n", "token": .null, "start": "2015-08-30T12:36:00Z", "data": Value(.bytes([1])),
            "options": [["name": "o"]], "free": ["keepMe": .null], "settings": ["aB": "c"],
        ]
        let body = try Fixture.body(Fixture.json, input)
        #expect(
            body == #"{"Data":"AQ==","Free":{"keepMe":null},"Options":[{"Name":"o"}],"Settings":{"aB":"c"},"#
                + #""Start":1440938160,"thingName":"n"}"#)
    }

    @Test("members that the model lacks are sent as their neighbours are spelled")
    func unknown() throws {
        let input: Value = ["newMember": ["innerList": [1, ["x": true]]]]
        #expect(try Fixture.body(Fixture.json, input) == #"{"NewMember":{"InnerList":[1,{"X":true}]}}"#)
        #expect(
            try Fixture.body(Fixture.query, input)
                == start + "&NewMember.InnerList.member.1=1&NewMember.InnerList.member.2.X=true")
        #expect(
            try Fixture.body(Fixture.ec2, input) == start + "&NewMember.InnerList.1=1&NewMember.InnerList.2.X=true")
    }

    @Test("headers name the protocol", arguments: [Fixture.json, Fixture.query])
    func headers(_ model: ServiceModel) throws {
        let request = try model.encode(AWSCall("fix", "Ping"))
        #expect(request.method == "POST")
        #expect(request.path == "/")
        if model.wireProtocol == .query {
            #expect(request.headers["content-type"] == "application/x-www-form-urlencoded; charset=utf-8")
        } else {
            #expect(request.headers["Content-Type"] == "application/x-amz-json-1.1")
            #expect(request.headers["X-AMZ-TARGET"] == "Fix_2020.Ping")
            #expect(request.body == Array("{}".utf8))
        }
    }

    @Test("a reference that nothing has filled in stops the request")
    func references() {
        let input: Value = ["options": [["name": .reference(ResourceID("Thing", "a"), "arn")]]]
        let error = #expect(throws: WireError.self) { try Fixture.body(Fixture.query, input) }
        #expect(error?.description == "Thing/a has no arn yet")
        #expect(throws: WireError.unknownOperation("Nothing")) { try Fixture.json.encode(AWSCall("fix", "Nothing")) }
    }

    @Test("a request is not printed with its content")
    func description() throws {
        let request = try Fixture.json.encode(AWSCall("fix", "CreateThing", ["secret": "hunter2"]))
        #expect("\(request)" == "POST / (20 bytes)")
    }
}
