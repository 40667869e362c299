import Model
import Simulation
import Testing

@testable import LocalAWS

@Suite("ECS services")
struct ServiceOperationsTests {
    private static let front = "arn:aws:ecs:eu-west-1:123456789012:"

    private func running(_ count: Int = 2) throws -> ECSRig {
        var rig = ECSRig()
        try rig.clusterWithInstance()
        try rig.register("api", ["portMappings": [["containerPort": 80]]])
        try rig.call(
            "CreateService", ["serviceName": "api", "taskDefinition": "api", "desiredCount": .integer(count)])
        return rig
    }

    @Test("a new service shows one deployment in progress, and its tasks once they run")
    func created() throws {
        var rig = try running()
        let fresh = try rig.service("api")
        #expect(fresh["serviceArn"] == .string(Self.front + "service/default/api"))
        #expect(fresh["taskDefinition"] == .string(Self.front + "task-definition/api:1"))
        #expect(fresh["status"] == "ACTIVE")
        #expect(fresh["launchType"] == "EC2")
        #expect(fresh["runningCount"] == 0)
        let deployment = fresh["deployments"]?.list?.first
        #expect(deployment?["status"] == "PRIMARY")
        #expect(deployment?["rolloutState"] == "IN_PROGRESS")
        rig.world.advance(by: .minutes(5))
        let settled = try rig.service("api")
        #expect(settled["runningCount"] == 2)
        #expect(settled["deployments"]?.list?.map { $0["rolloutState"] } == ["COMPLETED"])
        #expect(settled["events"]?.list?.isEmpty == false)
        #expect(settled["currentServiceRevisions"]?.list?.first?["runningTaskCount"] == 2)
    }

    @Test("the same request again gives the service, another one is refused")
    func again() throws {
        var rig = try running()
        let same: Value = ["serviceName": "api", "taskDefinition": "api", "desiredCount": 2]
        #expect(try rig.call("CreateService", same)["service"]?["serviceName"] == "api")
        let other: Value = ["serviceName": "api", "taskDefinition": "api", "desiredCount": 3]
        let refused = try rig.refusal("CreateService", other)
        #expect(refused == Refusal("InvalidParameterException", "Creation of service was not idempotent."))
    }

    @Test("an update to another revision brings a second deployment, and counts go over both")
    func updated() throws {
        var rig = try running()
        rig.world.advance(by: .minutes(5))
        try rig.register("api", ["portMappings": [["containerPort": 80]]])
        let updated = try rig.call("UpdateService", ["service": "api", "taskDefinition": "api"])["service"]
        #expect(updated?["deployments"]?.list?.map { $0["status"] } == ["PRIMARY", "ACTIVE"])
        #expect(updated?["taskDefinition"] == .string(Self.front + "task-definition/api:2"))
        #expect(updated?["runningCount"] == 2)
        rig.world.advance(by: .minutes(10))
        #expect(try rig.service("api")["deployments"]?.list?.count == 1)
    }

    @Test("its deployments and revisions are listed and described by ARN")
    func history() throws {
        var rig = try running()
        rig.world.advance(by: .minutes(5))
        let listed = try rig.call("ListServiceDeployments", ["service": "api"])["serviceDeployments"]?.list
        let brief = try #require(listed?.first)
        #expect(brief["status"] == "SUCCESSFUL")
        let arn = try #require(brief["serviceDeploymentArn"])
        #expect(try rig.service("api")["currentServiceDeployment"] == arn)
        let missing = Value.string(Self.front + "service-deployment/default/api/x")
        let reply = try rig.call("DescribeServiceDeployments", ["serviceDeploymentArns": [arn, missing]])
        #expect(reply["serviceDeployments"]?.list?.first?["targetServiceRevision"]?["runningTaskCount"] == 2)
        #expect(reply["failures"] == [["arn": missing, "reason": "MISSING"]])
        let revision = try #require(brief["targetServiceRevisionArn"])
        let shown = try rig.call("DescribeServiceRevisions", ["serviceRevisionArns": [revision]])
        let image = shown["serviceRevisions"]?.list?.first?["containerImages"]?.list?.first
        #expect(image?["image"] == "nginx:1.27")
        #expect(image?["imageDigest"]?.string?.hasPrefix("sha256:") == true)
        let ended = try rig.refusal("StopServiceDeployment", ["serviceDeploymentArn": arn])
        #expect(ended?.code == "ConflictException")
        let strange = try rig.refusal("StopServiceDeployment", ["serviceDeploymentArn": missing])
        #expect(strange?.code == "ServiceDeploymentNotFoundException")
    }

    @Test("a deleted service is described as INACTIVE, not listed, and takes no updates")
    func deleted() throws {
        var rig = try running()
        rig.world.advance(by: .minutes(5))
        #expect(try rig.refusal("DeleteService", ["service": "api"])?.code == "InvalidParameterException")
        let gone = try rig.call("DeleteService", ["service": "api", "force": true])["service"]
        #expect(gone?["status"] == "DRAINING")
        #expect(try rig.call("ListServices")["serviceArns"] == [])
        let again: Value = ["serviceName": "api", "taskDefinition": "api", "desiredCount": 2]
        #expect(
            try rig.refusal("CreateService", again)?.message == "Unable to Start a service that is still Draining.")
        rig.world.advance(by: .minutes(10))
        #expect(try rig.service("api")["status"] == "INACTIVE")
        let refused = try rig.refusal("UpdateService", ["service": "api", "desiredCount": 1])
        #expect(refused == Refusal("ServiceNotActiveException", "Service was not ACTIVE."))
        #expect(try rig.refusal("CreateService", again) == nil)
    }

    @Test("at most ten are described at once; missing ones are failures; lists come ten a page")
    func described() throws {
        var rig = try running(0)
        for number in 1...12 {
            let name = Value.string("s\(number)")
            try rig.call("CreateService", ["serviceName": name, "taskDefinition": "api", "desiredCount": 0])
        }
        let eleven = Value.list((1...11).map { .string("s\($0)") })
        #expect(try rig.refusal("DescribeServices", ["services": eleven])?.code == "InvalidParameterException")
        let reply = try rig.call(
            "DescribeServices", ["services": ["nope", .string(Self.front + "service/default/s3")]])
        #expect(reply["services"]?.list?.map { $0["serviceName"] } == ["s3"])
        #expect(reply["failures"]?.list?.first?["reason"] == "MISSING")
        let page = try rig.call("ListServices")
        #expect(page["serviceArns"]?.list?.count == 10)
        let token = try #require(page["nextToken"])
        #expect(try rig.call("ListServices", ["nextToken": token])["serviceArns"]?.list?.count == 3)
        #expect(try rig.call("ListServices", ["maxResults": 100])["serviceArns"]?.list?.count == 13)
    }

    @Test("a service that is not there is not found, and unknown capacity providers are refused")
    func refused() throws {
        var rig = try running(0)
        let missing = try rig.refusal("UpdateService", ["service": "nope", "desiredCount": 1])
        #expect(missing == Refusal("ServiceNotFoundException", "Service not found."))
        let strategy: Value = [
            "serviceName": "spot", "taskDefinition": "api", "desiredCount": 1,
            "capacityProviderStrategy": [["capacityProvider": "spot", "weight": 1]],
        ]
        #expect(try rig.refusal("CreateService", strategy)?.code == "InvalidParameterException")
        let gone: Value = ["serviceName": "x", "taskDefinition": "none", "desiredCount": 1]
        #expect(try rig.refusal("CreateService", gone) == Refusal("ClientException", "TaskDefinition not found."))
    }

    @Test("tags of a service show only when asked for")
    func tags() throws {
        var rig = try running(0)
        let arn = Value.string(Self.front + "service/default/api")
        try rig.call("TagResource", ["resourceArn": arn, "tags": [["key": "a", "value": "1"]]])
        #expect(try rig.service("api")["tags"] == nil)
        let reply = try rig.call("DescribeServices", ["services": ["api"], "include": ["TAGS"]])
        #expect(reply["services"]?.list?.first?["tags"] == [["key": "a", "value": "1"]])
    }
}
