import Model
import Simulation
import Testing

@testable import LocalAWS

@Suite("ECS tasks")
struct TaskOperationsTests {
    private static let front = "arn:aws:ecs:eu-west-1:123456789012:"

    private func ready() throws -> (ECSRig, instance: String) {
        var rig = ECSRig()
        let instance = try rig.clusterWithInstance()
        try rig.register("job", ["portMappings": [["containerPort": 80]]])
        return (rig, instance)
    }

    private func described(_ rig: inout ECSRig, _ arn: Value) throws -> Value {
        try #require(try rig.call("DescribeTasks", ["tasks": [arn], "include": ["TAGS"]])["tasks"]?.list?.first)
    }

    @Test("a task that ran shows its container, its port and where it is")
    func shown() throws {
        var (rig, instance) = try ready()
        let run: Value = [
            "taskDefinition": "job", "startedBy": "me", "tags": [["key": "a", "value": "1"]],
            "overrides": ["containerOverrides": [["name": "app", "command": ["true"]]]],
        ]
        let started = try #require(try rig.call("RunTask", run)["tasks"]?.list?.first)
        #expect(started["desiredStatus"] == "RUNNING")
        #expect(started["group"] == "family:job")
        rig.world.advance(by: .minutes(2))
        let task = try described(&rig, try #require(started["taskArn"]))
        #expect(task["lastStatus"] == "RUNNING")
        #expect(task["startedBy"] == "me")
        #expect(task["tags"] == [["key": "a", "value": "1"]])
        #expect(
            task["containerInstanceArn"] == .string(Self.front + "container-instance/default/\(instance)"))
        #expect(task["overrides"]?["containerOverrides"] == [["name": "app", "command": ["true"]]])
        let container = task["containers"]?.list?.first
        #expect(container?["name"] == "app")
        #expect(container?["lastStatus"] == "RUNNING")
        let binding = container?["networkBindings"]?.list?.first
        #expect(binding?["containerPort"] == 80)
        #expect((binding?["hostPort"]?.integer ?? 0) > 1023)
    }

    @Test("a task that is stopped says who stopped it and why")
    func stopped() throws {
        var (rig, _) = try ready()
        let started = try #require(try rig.call("RunTask", ["taskDefinition": "job"])["tasks"]?.list?.first)
        let arn = try #require(started["taskArn"])
        rig.world.advance(by: .minutes(2))
        let stopping = try rig.call("StopTask", ["task": arn, "reason": "testing"])["task"]
        #expect(stopping?["desiredStatus"] == "STOPPED")
        rig.world.advance(by: .minutes(2))
        let task = try described(&rig, arn)
        #expect(task["lastStatus"] == "STOPPED")
        #expect(task["stopCode"] == "UserInitiated")
        #expect(task["stoppedReason"] == "testing")
        #expect(task["containers"]?.list?.first?["lastStatus"] == "STOPPED")
        #expect(try rig.call("ListTasks")["taskArns"] == [])
        #expect(try rig.call("ListTasks", ["desiredStatus": "STOPPED"])["taskArns"] == [arn])
    }

    @Test("lists go by family, starter and instance")
    func listed() throws {
        var (rig, instance) = try ready()
        try rig.register("other")
        let on: Value = ["taskDefinition": "job", "containerInstances": [.string(instance)], "startedBy": "a"]
        try rig.call("StartTask", on)
        try rig.call("RunTask", ["taskDefinition": "other", "count": 2, "startedBy": "b"])
        let filters: [(Value, Int)] = [
            (.emptyObject, 3), (["family": "job"], 1), (["startedBy": "b"], 2),
            (["containerInstance": .string(instance)], 3), (["containerInstance": "none"], 0),
            (["family": "other", "startedBy": "a"], 0), (["launchType": "FARGATE"], 0),
        ]
        for (filter, count) in filters {
            #expect(try rig.call("ListTasks", filter)["taskArns"]?.list?.count == count)
        }
        #expect(try rig.refusal("ListTasks", ["serviceName": "nope"])?.code == "ServiceNotFoundException")
    }

    @Test("tasks that find no room are failures, and unknown ones are missing")
    func failures() throws {
        var (rig, _) = try ready()
        try rig.register("big", ["memory": 100_000])
        let run = try rig.call("RunTask", ["taskDefinition": "big", "count": 2])
        #expect(run["tasks"] == [])
        #expect(run["failures"]?.list?.first?["reason"] == "RESOURCE:MEMORY")
        let missing = try rig.call("DescribeTasks", ["tasks": ["x"]])["failures"]
        #expect(missing == [["arn": .string(Self.front + "task/default/x"), "reason": "MISSING"]])
        let strange = try rig.call("StartTask", ["taskDefinition": "job", "containerInstances": ["x"]])
        #expect(strange["failures"]?.list?.first?["reason"] == "MISSING")
        let empty = try rig.refusal("DescribeTasks", ["tasks": []])
        #expect(empty == Refusal("InvalidParameterException", "Tasks cannot be empty."))
        let foreign: Value = [
            "taskDefinition": "job", "overrides": ["containerOverrides": [["name": "x"]]],
        ]
        #expect(try rig.refusal("RunTask", foreign)?.code == "InvalidParameterException")
    }

    @Test("only a service's tasks are protected, until the time is over")
    func protected() throws {
        var (rig, _) = try ready()
        try rig.call("CreateService", ["serviceName": "api", "taskDefinition": "job", "desiredCount": 1])
        try rig.call("RunTask", ["taskDefinition": "job", "startedBy": "me"])
        rig.world.advance(by: .minutes(2))
        let own = try #require(try rig.call("ListTasks", ["serviceName": "api"])["taskArns"]?.list?.first)
        let single = try #require(try rig.call("ListTasks", ["startedBy": "me"])["taskArns"]?.list?.first)
        let input: Value = [
            "cluster": "default", "tasks": [own, single], "protectionEnabled": true, "expiresInMinutes": 5,
        ]
        let reply = try rig.call("UpdateTaskProtection", input)
        #expect(reply["failures"] == [["arn": single, "reason": "TASK_NOT_VALID"]])
        #expect(reply["protectedTasks"]?.list?.first?["protectionEnabled"] == true)
        rig.world.advance(by: .minutes(6))
        let later = try rig.call("GetTaskProtection", ["cluster": "default", "tasks": [own]])["protectedTasks"]
        #expect(later == [["taskArn": own, "protectionEnabled": false]])
    }
}
