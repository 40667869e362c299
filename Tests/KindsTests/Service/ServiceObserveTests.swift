import Model
import Testing

@testable import Kinds

@Suite("Observing services")
struct ServiceObserveTests {
    private func observe(
        _ resources: [Resource], _ answer: @escaping @Sendable (AWSCall) throws -> Value
    ) async -> [ResourceID: Observation] {
        let context = ObservationContext(
            aws: ScriptedAWS(answer: answer), region: "eu-west-1", accountID: "123456789012")
        return await Service.observe(resources, context)
    }

    private func service(_ status: String) -> Value {
        [
            "serviceName": "api", "status": .string(status), "serviceArn": "arn:aws:ecs:eu-west-1:1:service/demo/api",
            "clusterArn": "arn:aws:ecs:eu-west-1:1:cluster/demo",
        ]
    }

    private let api = Resource.sample("Service", "api", ["cluster": "demo"])

    @Test("a status says whether a service is there", arguments: ["ACTIVE", "INACTIVE", "DRAINING", "FROZEN"])
    func status(_ status: String) async {
        let reply: Value = ["services": [service(status)], "failures": []]
        switch await observe([api], { _ in reply })[api.id] {
        case .live(let live):
            #expect(status == "ACTIVE")
            #expect(live.outputs["resourceId"] == "service/demo/api")
        case .absent: #expect(status == "INACTIVE")
        case .unknown(let text): #expect(status == "DRAINING" ? text.contains("draining") : text.contains("FROZEN"))
        case nil: Issue.record("no answer")
        }
    }

    @Test("of the times that a service was said to be steady, only the last is held")
    func steady() async {
        let said: (Int, String) -> Value = { ["createdAt": .integer($0), "message": .string("(service api) \($1)")] }
        var detail = service("ACTIVE")
        detail["events"] = [
            said(50, "has reached a steady state."), said(40, "has started 1 tasks: (task a)."),
            said(30, "has reached a steady state."), said(20, "has stopped 1 running tasks: (task b)."),
            said(10, "has reached a steady state."),
        ]
        let live = await observe([api]) { [detail] _ in ["services": [detail]] }[api.id]?.live
        #expect(live?.detail["events"]?.list?.compactMap { $0["createdAt"]?.integer } == [50, 40, 20])
    }

    @Test("a service that lives is found beside a deleted one of its name")
    func twins() async {
        let reply: Value = ["services": [service("INACTIVE"), service("ACTIVE")]]
        #expect(await observe([api]) { _ in reply }[api.id]?.live != nil)
    }

    @Test("what ECS does not name is absent, another failure is unknown", arguments: ["MISSING", "ACCESS"])
    func failures(reason: String) async {
        let reply: Value = [
            "services": [], "failures": [["arn": "arn:aws:ecs:eu-west-1:1:service/api", "reason": .string(reason)]],
        ]
        switch await observe([api], { _ in reply })[api.id] {
        case .absent: #expect(reason == "MISSING")
        case .unknown(let text): #expect(text.contains("ACCESS"))
        default: Issue.record("neither absent nor unknown")
        }
    }

    @Test("one cluster that can not be read leaves the others known; ten services a call")
    func batches() async {
        let many = (0..<25).map { Resource.sample("Service", "s\($0)", ["cluster": "demo"]) }
        let other = Resource.sample("Service", "other", ["cluster": "closed"])
        let found = await observe(many + [other]) { call in
            if call.input["cluster"] == "closed" { throw fakeError(call, "AccessDeniedException") }
            let names = call.input["services"]?.list ?? []
            guard names.count <= 10 else { throw fakeError(call, "InvalidParameterException") }
            return ["services": .list(names.map { ["serviceName": $0, "status": "ACTIVE"] })]
        }
        #expect(many.allSatisfy { found[$0.id]?.live != nil })
        guard case .unknown(let text) = found[other.id] else {
            Issue.record("not unknown")
            return
        }
        #expect(text.contains("AccessDenied"))
    }

    @Test("a service of a cluster that is not there is absent")
    func noCluster() async {
        guard case .absent = await observe([api], { throw fakeError($0, "ClusterNotFoundException") })[api.id] else {
            Issue.record("not absent")
            return
        }
    }

    @Test("a live scalable target is noted where the manifest states a count")
    func scalableTarget() async {
        let counted = Resource.sample("Service", "api", ["cluster": "demo", "desiredCount": 3])
        let reply: Value = ["services": [service("ACTIVE")]]
        let target: Value = ["resourceId": "service/demo/api", "minCapacity": 2, "maxCapacity": 8]
        let found = await observe([counted]) { call in
            call.operation == "DescribeServices" ? reply : ["scalableTargets": [target]]
        }
        #expect(found[api.id]?.live?.detail["scalableTarget"] == ["minCapacity": 2, "maxCapacity": 8])
        let unstated = await observe([api]) { call in
            if call.operation != "DescribeServices" { throw fakeError(call, "AccessDeniedException") }
            return reply
        }
        #expect(unstated[api.id]?.live?.detail["scalableTarget"] == nil)
    }
}
