import AWSWire
import Model
import Testing

@Suite("Refusing requests")
struct RequestRefusalTests {
    private static let ecs = ServiceModel(
        name: "ecs", serviceID: "ECS", endpointPrefix: "ecs", signingName: "ecs",
        protocol: .json(version: "1.1", targetPrefix: "E"), apiVersion: "1", xmlNamespace: nil,
        table: """
            operation CreateService In - errors=InvalidParameterException
            operation RegisterTaskDefinition In -
            structure In family!:String size:Size secret*:Size
            string String
            integer Size 1..5
            """)

    private func refusal(
        _ input: Value, _ model: ServiceModel = Fixture.query, _ name: String = "CreateThing"
    ) throws -> RequestRefusal? {
        let operation = try #require(model.operation(name))
        do {
            _ = try model.ownDialect.checked(input, of: operation)
            return nil
        } catch { return error }
    }

    @Test("a request that the model allows is none")
    func allowed() throws { #expect(try refusal(["thingName": "n", "count": 5]) == nil) }

    @Test(
        "the constraint is named as AWS names it",
        arguments: [
            ([:], "Value null at 'thingName' failed to satisfy constraint: Member must not be null"),
            (
                ["thingName": "n", "count": 101],
                "Value '101' at 'count' failed to satisfy constraint: Member must have value less than or equal to 100"
            ),
            (
                ["thingName": "n", "ratio": 1.5],
                "Value '1.5' at 'ratio' failed to satisfy constraint: Member must have value less than or equal to 1"
            ),
            (
                ["thingName": ""],
                "Value '' at 'thingName' failed to satisfy constraint: Member must have length greater than or equal to 1"
            ),
            (
                ["thingName": "n", "scheme": "open"],
                "Value 'open' at 'scheme' failed to satisfy constraint: Member must satisfy enum value set: "
                    + "[internal, internet-facing, with blank%]"
            ),
            (
                ["thingName": "n", "subnetIds": ["a", "b", "c", "d"]],
                "Value '[a, b, c, d]' at 'subnetIds' failed to satisfy constraint: "
                    + "Member must have length less than or equal to 3"
            ),
            (
                ["thingName": "n", "options": [["name": "o"], ["name": ""]]],
                "Value '' at 'options.2.member.name' failed to satisfy constraint: "
                    + "Member must have length greater than or equal to 1"
            ),
        ] as [(Value, String)])
    func constraints(_ input: Value, _ text: String) throws {
        let error = try refusal(input)
        #expect(error?.code == "ValidationError")
        #expect(error?.message == "1 validation error detected: " + text)
        #expect(try refusal(input, Fixture.json)?.code == "ValidationException")
        #expect(try refusal(input, Fixture.json)?.message == error?.message)
    }

    @Test("several are counted and stand in one line")
    func several() throws {
        let message = try refusal(["count": -1])?.message
        #expect(message?.hasPrefix("2 validation errors detected: Value null at 'thingName'") == true)
        #expect(message?.contains("; Value '-1' at 'count'") == true)
    }

    @Test("members that the model lacks are passed over, except by EC2")
    func unknown() throws {
        let input: Value = ["thingName": "n", "newMember": 1]
        #expect(try refusal(input) == nil)
        #expect(try refusal(input, Fixture.json) == nil)
        #expect(
            try refusal(input, Fixture.ec2)?.message == "The parameter NewMember is not recognized")
        #expect(try refusal(input, Fixture.ec2)?.code == "UnknownParameter")
    }

    @Test(
        "EC2 names one parameter as its form does",
        arguments: [
            ([:], "MissingParameter", "The request must contain the parameter ThingIdentifier"),
            (
                ["thingName": "n", "count": 101], "InvalidParameterValue",
                "Value (101) for parameter Count is invalid. Expecting a value less than or equal to 100."
            ),
            (
                ["thingName": "n", "scheme": "x"], "InvalidParameterValue",
                "Value (x) for parameter Scheme is invalid."
            ),
            (
                ["thingName": "n", "options": [[:]]], "MissingParameter",
                "The request must contain the parameter Options.1.Name"
            ),
        ] as [(Value, String, String)])
    func ec2(_ input: Value, _ code: String, _ message: String) throws {
        #expect(try refusal(input, Fixture.ec2)?.code == code)
        #expect(try refusal(input, Fixture.ec2)?.message == message)
    }

    @Test("ECS uses the operation's own error, else the one for clients")
    func ecs() throws {
        #expect(try refusal([:], Self.ecs, "CreateService")?.code == "InvalidParameterException")
        #expect(try refusal([:], Self.ecs, "CreateService")?.message == "Family can not be blank.")
        let large = try refusal(["family": "f", "size": 6], Self.ecs, "RegisterTaskDefinition")
        #expect(large?.code == "ClientException")
        #expect(large?.message.contains("Value '6' at 'size'") == true)
    }

    @Test("a value of another type can not be read")
    func types() throws {
        #expect(try refusal(["thingName": 1], Fixture.json)?.code == "SerializationException")
        #expect(try refusal(["thingName": "n", "count": "x"])?.code == "MalformedInput")
        #expect(try refusal(["thingName": "n", "count": "x"])?.message == "count is not an integer")
    }

    @Test("a sensitive value stands in no text")
    func sensitive() throws {
        let message = try refusal(["family": "f", "secret": 4711], Self.ecs, "CreateService")?.message
        #expect(message?.contains("Value at 'secret'") == true)
        #expect(message?.contains("4711") == false)
        let shape = Shape(
            "Box",
            .structure(
                Members([
                    Member("inner", ShapeReference(lookingUp: { Shape("Inner", .enumeration(["a"])) }))
                ])), sensitive: true)
        let found = RequestCheck.violations(of: ["inner": "hunter2"], against: shape)
        #expect(found.map(\.value) == [nil])
    }

    @Test("goes back in the protocol of the request")
    func replies() throws {
        for model in Fixture.all {
            let operation = try #require(model.operation("CreateThing"))
            let error = try #require(try refusal([:], model))
            let reply = model.ownDialect.encodeRefusal(error, requestID: "r")
            let read = #expect(throws: AWSError.self) { try model.decode(operation, reply) }
            #expect(read?.code == error.code)
            #expect(read?.message == error.message)
            #expect(read?.status == 400)
        }
    }
}
