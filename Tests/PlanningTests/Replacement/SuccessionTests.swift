import Kinds
import Model
import Planning
import Testing

@Suite("Which thing in AWS is a resource's")
struct SuccessionTests {
    private static let written = Resource.sample("TargetGroup/api", ["port": 8080, "protocol": "HTTP"])
    private static let ownership = Ownership(environment: "production", owner: "git.example.org/team/infra")

    private func input(_ resource: Resource = written, edit: (inout SuccessionInput) -> Void = { _ in }) throws
        -> SuccessionInput
    {
        let known: (any Kind.Type)? = kindsByName["TargetGroup"]
        let kind = try #require(known)
        let there: Replacement? = known?.replacement
        let replacement = try #require(there)
        var input = SuccessionInput(resource, resolved: resource, kind, replacement, ownership: Self.ownership)
        edit(&input)
        return input
    }

    private func live(_ port: Int, _ name: String, isOurs: Bool = true, balancer: String? = nil) -> Observation {
        let arn = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/\(name)/\(port)"
        return .live(
            Live(
                spec: ["port": .integer(port), "protocol": "HTTP"], outputs: ["arn": .string(arn)],
                tags: isOurs ? Self.ownership.tags(for: Self.written.id, specHash: "") : [:],
                detail: ["loadBalancerArns": .list(balancer.map { [.string($0)] } ?? [])]))
    }

    /// The decision when AWS has what `there` says, by name.
    private func decided(
        _ input: SuccessionInput, _ there: [String: Observation]
    ) -> (generation: Generation, observation: Observation) {
        let look = Succession(input, first: there[input.knownName ?? input.resource.awsName] ?? .absent)
        let pairs = look.further.map { ($0.id, there[$0.awsName] ?? .absent) }
        return look.adding(Dictionary(pairs) { first, _ in first }).decision
    }

    private func generated(_ input: SuccessionInput) throws -> String {
        let names = Succession(input, first: .absent).further.map(\.awsName)
        return try #require(names.first { $0 != input.resource.awsName })
    }

    @Test("what is as Git wants it is found by its own name, and nothing more is asked for")
    func settled() throws {
        let look = Succession(try input(), first: live(8080, "api"))
        #expect(look.isSettled)
        #expect(look.decision.generation.awsName == "api")
        #expect(look.decision.generation.predecessors.isEmpty)
    }

    @Test("another port asks for a new one, whose name is the same each time and fits AWS's limit")
    func replaced() throws {
        let input = try input()
        let name = try generated(input)
        #expect(name.hasPrefix("api-"))
        #expect(try generated(self.input()) == name)
        let long = Resource.sample("TargetGroup/\(String(repeating: "a", count: 40))", ["port": 8080])
        #expect(try generated(self.input(long)).count == 32)
        let (generation, observation) = decided(input, ["api": live(80, "api")])
        #expect(observation.isAbsent)
        #expect(generation.awsName == name)
        #expect(generation.causes.map(\.path) == ["/port"])
        #expect(generation.predecessors.map(\.id) == [.of("TargetGroup/api@80")])
    }

    @Test("other members that only creation sets have another name; default ones said out loud have not")
    func names() throws {
        let other = Resource.sample("TargetGroup/api", ["port": 8081, "protocol": "HTTP"])
        #expect(try generated(input(other)) != generated(input()))
        let loud = Resource.sample(
            "TargetGroup/api", ["port": 8080, "protocol": "HTTP", "protocolVersion": "HTTP1", "healthCheckPath": "/x"])
        #expect(try generated(input(loud)) == generated(input()))
    }

    @Test("the new one that an earlier turn made is found again, with or without memory")
    func found() throws {
        let input = try input()
        let name = try generated(input)
        let (generation, observation) = decided(input, ["api": live(80, "api"), name: live(8080, name)])
        #expect(observation.live?.spec["port"] == 8080)
        #expect(generation.awsName == name)
        #expect(generation.causes.isEmpty)
        #expect(generation.predecessors.map(\.awsName) == ["api"])
        let alone = decided(try self.input { $0.knownName = name }, [name: live(8080, name)])
        #expect(alone.generation.awsName == name)
        #expect(alone.generation.predecessors.isEmpty)
    }

    @Test("what was taken back in Git is the old one's again, and the new one is what goes")
    func back() throws {
        let input = try input { $0.knownName = "api-1a2b3c4d" }
        let (generation, observation) = decided(
            input, ["api": live(8080, "api"), "api-1a2b3c4d": live(80, "api-1a2b3c4d")])
        #expect(generation.awsName == "api")
        #expect(observation.live != nil)
        #expect(generation.predecessors.map(\.awsName) == ["api-1a2b3c4d"])
    }

    @Test("what is remembered and gone is said to be gone")
    func gone() throws {
        let old = ResourceID.of("TargetGroup/api@80")
        let input = try input { $0.remembered = [old: "api-00000000"] }
        let (generation, _) = decided(input, ["api": live(8080, "api")])
        #expect(generation.predecessors.map(\.id) == [old])
        #expect(generation.living.isEmpty)
    }

    @Test("somebody else's is neither replaced nor taken for the new one")
    func foreign() throws {
        let input = try input()
        #expect(decided(input, ["api": live(80, "api", isOurs: false)]).generation.causes.isEmpty)
        let name = try generated(input)
        let taken = decided(input, ["api": live(80, "api"), name: live(8080, name, isOurs: false)])
        #expect(taken.observation.live?.spec["port"] == 80)
        #expect(taken.generation.refusal?.contains("is taken in AWS") == true)
    }

    @Test("what somebody else changed is no reason to replace")
    func drift() throws {
        let input = try input { $0.hasLostMemory = true }
        let (generation, observation) = decided(input, ["api": live(80, "api")])
        #expect(generation.awsName == "api")
        #expect(generation.causes.isEmpty)
        #expect(observation.live != nil)
    }

    @Test("a name that AWS does not answer for keeps everything as it is")
    func unknown() throws {
        let input = try input()
        let name = try generated(input)
        let decision = decided(input, ["api": live(80, "api"), name: .unknown("no answer")])
        #expect(decision.observation.live == nil && !decision.observation.isAbsent)
        let new = decided(try self.input { $0.isJustMade = true }, ["api": live(80, "api")])
        #expect(!new.observation.isAbsent)
    }

    @Test("a target group goes with a load balancer that is replaced, under a name that says so")
    func balancer() throws {
        let arn = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/demo/1"
        let input = try input {
            $0.leftBalancers = [arn: "demo-1a2b3c4d"]
            $0.marks = ["demo-1a2b3c4d"]
        }
        let (generation, _) = decided(input, ["api": live(8080, "api", balancer: arn)])
        #expect(generation.causes.map(\.path) == ["/loadBalancer"])
        #expect(try generation.awsName != generated(self.input()))
    }

    @Test("what left Git is found under whichever name it has, and never replaced")
    func departed() throws {
        let input = try input {
            $0.isWanted = false
            $0.knownName = "api-1a2b3c4d"
        }
        let (generation, observation) = decided(input, ["api-1a2b3c4d": live(80, "api-1a2b3c4d")])
        #expect(generation.awsName == "api-1a2b3c4d")
        #expect(observation.live != nil)
    }

    @Test("another name in the manifest is a new thing under that name, beside the old one")
    func renamed() throws {
        var resource = Self.written
        resource.awsName = "web"
        let input = try input(resource) { $0.knownName = "api" }
        let (generation, observation) = decided(input, ["api": live(8080, "api")])
        #expect(observation.isAbsent)
        #expect(generation.awsName == "web")
        #expect(generation.causes.map(\.path) == ["/name"])
        let after = decided(input, ["api": live(8080, "api"), "web": live(8080, "web")])
        #expect(after.generation.awsName == "web")
        #expect(after.generation.predecessors.map(\.awsName) == ["api"])
    }
}
