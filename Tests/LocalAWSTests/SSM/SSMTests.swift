import Model
import Simulation
import Testing

@testable import LocalAWS

@Suite("Parameters")
struct SSMTests {
    private let parameters = Asking(LocalSSM.service)

    @Test("a parameter is read by name and ARN, and each overwriting is a version")
    func versions() throws {
        try put("/app/image", "v1")
        #expect(throws: Refusal.self) {
            try parameters.ask("PutParameter", ["name": "/app/image", "value": "v2", "type": "String"])
        }
        #expect(
            try parameters.ask("PutParameter", ["name": "/app/image", "value": "v2", "overwrite": true])["version"] == 2
        )
        let found = try parameters.ask("GetParameter", ["name": "/app/image"])["parameter"]
        #expect(found?["value"] == "v2")
        #expect(found?["arn"] == "arn:aws:ssm:eu-west-1:123456789012:parameter/app/image")
        #expect(try parameters.ask("GetParameter", ["name": found?["arn"] ?? ""])["parameter"]?["version"] == 2)
        #expect(try parameters.ask("GetParameter", ["name": "/app/image:2"])["parameter"]?["selector"] == ":2")
    }

    @Test("unknown names are refused alone and listed among others")
    func unknown() throws {
        try put("plain", "x")
        #expect(throws: Refusal("ParameterNotFound", "Parameter none not found.")) {
            try parameters.ask("GetParameter", ["name": "none"])
        }
        let both = try parameters.ask("GetParameters", ["names": ["plain", "none"]])
        #expect(both["parameters"]?.list?.count == 1)
        #expect(both["invalidParameters"] == ["none"])
        #expect(try parameters.ask("DeleteParameters", ["names": ["plain", "none"]])["deletedParameters"] == ["plain"])
        #expect(parameters.world.registry["ssm/parameter"].all.isEmpty)
    }

    @Test("a path holds its own level, or all below it")
    func paths() throws {
        for name in ["/a/one", "/a/b/two", "/ab/three"] { try put(name, "x") }
        #expect(try names(["path": "/a"]) == ["/a/one"])
        #expect(try names(["path": "/a", "recursive": true]) == ["/a/b/two", "/a/one"])
    }

    private func put(_ name: String, _ value: String) throws {
        try parameters.ask("PutParameter", ["name": .string(name), "value": .string(value), "type": "String"])
    }

    private func names(_ input: Value) throws -> [String?]? {
        try parameters.ask("GetParametersByPath", input)["parameters"]?.list?.map { $0["name"]?.string }
    }
}
