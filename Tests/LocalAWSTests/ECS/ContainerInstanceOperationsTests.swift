import Model
import Simulation
import Testing

@testable import LocalAWS

@Suite("ECS container instances")
struct ContainerInstanceOperationsTests {
    private func described(_ rig: inout ECSRig, _ id: String) throws -> Value {
        let reply = try rig.call("DescribeContainerInstances", ["containerInstances": [.string(id)]])
        return try #require(reply["containerInstances"]?.list?.first)
    }

    private func remaining(_ instance: Value, _ name: String) -> Int? {
        instance["remainingResources"]?.list?.first { $0["name"]?.string == name }?["integerValue"]?.integer
    }

    @Test("an instance shows what it has, what is left and what it is")
    func shown() throws {
        var rig = ECSRig()
        let id = try rig.clusterWithInstance()
        let fresh = try described(&rig, id)
        #expect(fresh["ec2InstanceId"] == "i-0123456789abcdef0")
        #expect(fresh["status"] == "ACTIVE")
        #expect(fresh["agentConnected"] == true)
        #expect(fresh["registeredResources"]?.list?.map { $0["name"] } == ["CPU", "MEMORY", "PORTS", "PORTS_UDP"])
        #expect(remaining(fresh, "MEMORY") == 8192)
        try rig.register("job", ["portMappings": [["containerPort": 80, "hostPort": 8080]]])
        try rig.call("RunTask", ["taskDefinition": "job"])
        rig.world.advance(by: .minutes(2))
        let busy = try described(&rig, id)
        #expect(remaining(busy, "MEMORY") == 8192 - 128)
        #expect(busy["runningTasksCount"] == 1)
        let ports = busy["remainingResources"]?.list?.first { $0["name"] == "PORTS" }?["stringSetValue"]
        #expect(ports == ["22", "2375", "2376", "8080", "51678", "51679"])
    }

    @Test("an instance has ECS's own attributes, and those that its agent says over them")
    func builtInAttributes() throws {
        var rig = ECSRig()
        try rig.call("CreateCluster")
        let input: Value = [
            "instanceIdentityDocument": "{\"instanceId\": \"i-0123456789abcdef0\"}",
            "attributes": [["name": "ecs.os-type", "value": "windows"], ["name": "stack", "value": "web"]],
        ]
        let instance = try rig.call("RegisterContainerInstance", input)["containerInstance"]
        let shown = instance?["attributes"]?.list ?? []
        #expect(
            shown.map { $0["name"] } == ["ecs.availability-zone", "ecs.instance-type", "ecs.os-type", "stack"])
        #expect(shown.map { $0["value"] } == ["eu-west-1a", "m5.large", "windows", "web"])
    }

    @Test("an instance drains and comes back")
    func draining() throws {
        var rig = ECSRig()
        let id = Value.string(try rig.clusterWithInstance())
        for status in ["DRAINING", "DRAINING", "ACTIVE"] {
            let input: Value = ["containerInstances": [id, "none"], "status": .string(status)]
            let reply = try rig.call("UpdateContainerInstancesState", input)
            #expect(reply["containerInstances"]?.list?.map { $0["status"]?.string } == [status])
            #expect(reply["failures"]?.list?.first?["reason"] == "MISSING")
            let listed = try rig.call("ListContainerInstances", ["status": .string(status)])["containerInstanceArns"]
            #expect(listed?.list?.count == 1)
        }
    }

    @Test("an instance with tasks is deregistered only by force")
    func deregistering() throws {
        var rig = ECSRig()
        let id = Value.string(try rig.clusterWithInstance())
        try rig.register("job")
        try rig.call("RunTask", ["taskDefinition": "job"])
        let refused = try rig.refusal("DeregisterContainerInstance", ["containerInstance": id])
        #expect(refused?.message == "Found running tasks on the instance.")
        let gone = try rig.call("DeregisterContainerInstance", ["containerInstance": id, "force": true])
        #expect(gone["containerInstance"]?["status"] == "INACTIVE")
        #expect(try rig.call("ListContainerInstances")["containerInstanceArns"] == [])
    }

    @Test("attributes are put on one instance or all, listed and taken away")
    func attributes() throws {
        var rig = ECSRig()
        let first = Value.string(try rig.clusterWithInstance())
        try rig.clusterWithInstance()
        try rig.call(
            "PutAttributes",
            ["attributes": [["name": "env", "value": "prod"], ["name": "one", "targetId": first]]])
        let query: Value = ["targetType": "container-instance", "attributeName": "env"]
        #expect(try rig.call("ListAttributes", query)["attributes"]?.list?.count == 2)
        let bare = try rig.call("ListAttributes", ["targetType": "container-instance", "attributeName": "one"])
        #expect(bare["attributes"]?.list?.map { $0["value"] } == [nil])
        try rig.call("DeleteAttributes", ["attributes": [["name": "env", "targetId": first]]])
        #expect(try rig.call("ListAttributes", query)["attributes"]?.list?.count == 1)
        let lost: Value = ["attributes": [["name": "x", "targetId": "none"]]]
        #expect(try rig.refusal("PutAttributes", lost)?.code == "TargetNotFoundException")
    }

    @Test("instances are listed by a filter in the cluster query language")
    func filtered() throws {
        var rig = ECSRig()
        let id = try rig.clusterWithInstance()
        try rig.call("PutAttributes", ["attributes": [["name": "stack", "value": "web"]]])
        let found = try rig.call("ListContainerInstances", ["filter": "attribute:stack == web"])
        #expect(found["containerInstanceArns"]?.list?.first?.string?.hasSuffix(id) == true)
        let none = try rig.call("ListContainerInstances", ["filter": "attribute:stack == db"])
        #expect(none["containerInstanceArns"] == [])
    }
}
