import AWSWire
import Model
import Testing

@Suite("Shape tables")
struct ShapeTableTests {
    private let shapes = Fixture.json.shapes

    @Test("a structure's members keep AWS's order and say what AWS says of them")
    func structure() throws {
        let members = try #require(shapes["CreateThingInput"].members)
        #expect(members.names.prefix(3) == ["thingName", "token", "secret"])
        let name = try #require(members["thingName"])
        #expect(name.awsName == "ThingName")
        #expect(name.wireName == "thingName")
        #expect(name.queryName == "ThingIdentifier")
        #expect(name.required)
        #expect(!name.sensitive && !name.isIdempotencyToken)
        #expect(members["token"]?.isIdempotencyToken == true)
        #expect(members["secret"]?.sensitive == true)
        #expect(shapes["Password"].sensitive)
    }

    @Test("bounds are read, an open end is open")
    func bounds() throws {
        guard case .string(let length) = shapes["Name"].form else { return #expect(Bool(false)) }
        guard case .integer(let range) = shapes["Count"].form else { return #expect(Bool(false)) }
        guard case .number(let ratio) = shapes["Ratio"].form else { return #expect(Bool(false)) }
        #expect(length == 1...8)
        #expect(range == 0...100)
        #expect(ratio == -.infinity...1)
        #expect(shapes["Options"].count == 1...Int.max)
        #expect(shapes["SubnetIds"].count == Int.min...3)
        #expect(shapes["Tags"].count == nil)
    }

    @Test("enum words may hold blanks")
    func words() {
        guard case .enumeration(let words) = shapes["Scheme"].form else { return #expect(Bool(false)) }
        #expect(words == ["internal", "internet-facing", "with blank%"])
    }

    @Test("a name that the table lacks gives free JSON")
    func unknown() {
        guard case .document = shapes["Nowhere"].form else { return #expect(Bool(false)) }
        #expect(shapes.reference("Nowhere").shape.name == "Nowhere")
    }

    @Test("a shape may hold itself")
    func recursion() {
        #expect(shapes["Thing"].child("self")?.child("self")?.name == "Thing")
    }

    @Test("operations say what they take, give, and how they are paged")
    func operations() throws {
        let model = Fixture.query
        #expect(model.operations == ["CreateThing", "DescribeThings", "Ping"])
        let read = try #require(model.operation("DescribeThings"))
        #expect(read.isRead)
        #expect(read.input.name == "DescribeThingsInput")
        #expect(read.resultWrapper == "DescribeThingsResult")
        let pages = try #require(read.pagination)
        #expect(pages.inputToken == "nextToken")
        #expect(pages.outputToken == "nextMarker")
        #expect(pages.resultKeys == ["things", "failures"])
        #expect(pages.limitKey == "maxRecords")
        let write = try #require(model.operation("CreateThing"))
        #expect(!write.isRead)
        #expect(write.pagination == nil)
        #expect(write.errors == ["Busy", "Gone"])
        #expect(model.operation("Ping")?.output.members?.names == [])
        #expect(model.operation("Nothing") == nil)
    }

    @Test("errors stand under their code on the wire")
    func errors() {
        #expect(Fixture.query.errors.map(\.code) == ["ThingBusy", "GoneException"])
        #expect(Fixture.query.errors.map(\.status) == [429, 404])
    }

    @Test("the endpoint variable follows from the service id")
    func variable() { #expect(Fixture.query.endpointVariable == "FIX_TURE") }

    @Test("many tasks may read one table at once")
    func concurrency() async {
        let shapes = ShapeTable(Fixture.table)
        await withTaskGroup(of: Int.self) { group in
            for _ in 0..<64 {
                group.addTask { shapes.names.compactMap { shapes[$0].members?.names.count }.reduce(0, +) }
            }
            var sums: Set<Int> = []
            for await sum in group { sums.insert(sum) }
            #expect(sums.count == 1)
        }
    }
}

@Suite("Damaged shape tables")
struct DamagedTableTests {
    @Test(
        "give something, never a crash",
        arguments: [
            "structure S", "structure S :", "structure S A", "structure S A:", "structure S A:=~", "list L",
            "map M String",
            "integer S ..", "integer S 5..1", "error S", "operation S", "operation S A", "pages S", "S", "",
        ])
    func damaged(_ line: String) {
        let model = ServiceModel(
            name: "x", serviceID: "X", endpointPrefix: "x", signingName: "x", protocol: .query, apiVersion: "1",
            xmlNamespace: nil, table: line + "\noperation O - -\noperation S - -\npages S")
        for name in ["S", "L", "M"] { #expect(model.shapes[name].name == name) }
        for member in model.shapes["S"].members ?? Members([]) { #expect(!member.shape.name.contains(":")) }
        #expect(model.operation("O")?.name == "O")
        #expect(model.operation("S")?.name == "S")
        #expect(model.errors.count <= 1)
    }
}
