import AWSECS
import AWSWire
import Foundation
import Model
import Simulation
import Testing

@testable import LocalAWS

@Suite("Snapshots of an embedded AWS")
struct SnapshotTests {
    private func endpoint(_ directory: String? = nil) async throws -> LocalEndpoint {
        var options = LocalOptions(start: Instant(milliseconds: 1_700_000_000_000))
        options.stateDirectory = directory
        options.speed = 0
        let endpoint = try LocalEndpoint(options) { 0 }
        try await endpoint.begin()
        return endpoint
    }

    private func make(_ cluster: String, in endpoint: LocalEndpoint) async throws {
        let call = AWSCall("ecs", "CreateCluster", ["clusterName": .string(cluster)])
        _ = await endpoint.answer(try ECS.model.encode(call))
    }

    private func clusters(_ endpoint: LocalEndpoint) async throws -> [String] {
        let reply = await endpoint.answer(try ECS.model.encode(AWSCall("ecs", "ListClusters", [:]))).reply
        let operation = try #require(ECS.model.operation("ListClusters"))
        let arns = try ECS.model.decode(operation, reply)["clusterArns"]?.list ?? []
        return arns.compactMap { $0.string?.split(separator: "/").last.map(String.init) }
    }

    /// One cluster, kept; another an hour later, kept too; then back to the first.
    private func travelled(_ endpoint: LocalEndpoint) async throws {
        try await make("a", in: endpoint)
        try await endpoint.control(.save("early"))
        await endpoint.set(speed: nil, advance: .hours(1))
        try await make("b", in: endpoint)
        try await endpoint.control(.save("late"))
        try await endpoint.control(.restore("early"))
    }

    /// The same in a state directory, which is let go of.
    private func left(in directory: String) async throws {
        let endpoint = try await endpoint(directory)
        try await travelled(endpoint)
        await endpoint.letGo()
    }

    @Test("everything is as it was, time too, and what was kept later is still there")
    func restored() async throws {
        let endpoint = try await endpoint()
        try await travelled(endpoint)
        #expect(try await clusters(endpoint) == ["a"])
        #expect(await endpoint.account.now == Instant(milliseconds: 1_700_000_000_000))
        try await endpoint.control(.reset)
        #expect(try await clusters(endpoint) == [])
        try await endpoint.control(.restore("late"))
        #expect(try await clusters(endpoint) == ["a", "b"])
        #expect(await endpoint.account.now == Instant(milliseconds: 1_700_003_600_000))
        await endpoint.set(speed: nil, advance: .minutes(1))
        #expect(await endpoint.account.now == Instant(milliseconds: 1_700_003_660_000))
    }

    @Test("a restart stands where the journal left it, with its snapshots")
    func restarted() async throws {
        let directory = FileManager.default.temporaryDirectory.appending(path: "neap-\(UUID().uuidString)").path
        defer {
            do { try FileManager.default.removeItem(atPath: directory) } catch { Issue.record(error) }
        }
        try await left(in: directory)
        let again = try await endpoint(directory)
        #expect(try await clusters(again) == ["a"])
        #expect(await again.account.now == Instant(milliseconds: 1_700_000_000_000))
        try await again.control(.restore("late"))
        #expect(try await clusters(again) == ["a", "b"])
    }

    @Test("a name that nothing was kept under is refused with those that there are, and nothing changes")
    func unknown() async throws {
        let endpoint = try await endpoint()
        try await travelled(endpoint)
        let refusal = await #expect(throws: Refusal.self) { try await endpoint.control(.restore("lat")) }
        #expect(refusal?.message == "no snapshot lat is kept; there are: early, late")
        #expect(try await clusters(endpoint) == ["a"])
    }
}
