import Model
import Simulation

extension ObservedAccount {
    /// A service that rolls: two tasks of it are new, their targets in their first checks.
    static func add(
        service number: Int, of services: Int, _ tasks: Int, _ instances: Int, to seen: inout ObservedCapacity
    ) {
        let (name, count) = ("s\(number)", tasks / services)
        let (old, new) = (arn("task-definition/\(name):1"), arn("task-definition/\(name):2"))
        seen.taskDefinitions += [definition(old, 1), definition(new, 2)]
        let group = place.arn("elasticloadbalancing", "targetgroup/\(name)/1")
        seen.targetGroups.append([
            "targetGroupArn": .string(group), "targetGroupName": .string(name), "protocol": "HTTP", "port": 80,
            "loadBalancerArns": [.string(place.arn("elasticloadbalancing", "loadbalancer/app/main/1"))],
            "healthCheckIntervalSeconds": 10, "healthyThresholdCount": 3,
        ])
        seen.targetGroupAttributes[group] = ["deregistration_delay.timeout_seconds": "30"]
        seen.services.append([
            "serviceName": .string(name), "serviceArn": arn("service/main/\(name)"),
            "clusterArn": arn("cluster/main"), "status": "ACTIVE", "desiredCount": .integer(count),
            "taskDefinition": new, "capacityProviderStrategy": [["capacityProvider": "cp", "weight": 1]],
            "loadBalancers": [
                ["targetGroupArn": .string(group), "containerName": "app", "containerPort": 8080]
            ],
            "deployments": [
                deployment("2\(number)", "PRIMARY", "IN_PROGRESS", new, count),
                deployment("1\(number)", "ACTIVE", "COMPLETED", old, count - 2),
            ],
        ])
        for place in 0..<count {
            let host = (number * count + place) % instances
            let port = 32_768 + (number * count + place) / instances
            let isNew = place < 2
            seen.tasks.append(
                task(
                    "\(number)-\(place)", name, isNew ? "2\(number)" : "1\(number)", isNew ? new : old, host, port,
                    isNew))
            seen.targetHealth[group, default: []].append([
                "target": ["id": .string("i-\(host)"), "port": .integer(port)],
                "targetHealth": isNew
                    ? ["state": "initial", "reason": "Elb.InitialHealthChecking"] : ["state": "healthy"],
            ])
        }
    }

    private static func arn(_ resource: String) -> Value { .string(place.arn("ecs", resource)) }

    private static func definition(_ arn: Value, _ revision: Int) -> Value {
        [
            "taskDefinitionArn": arn, "revision": .integer(revision), "status": "ACTIVE", "networkMode": "bridge",
            "containerDefinitions": [
                [
                    "name": "app", "image": .string("app:\(revision)"), "cpu": 512, "memory": 1024, "essential": true,
                    "portMappings": [["containerPort": 8080, "hostPort": 0, "protocol": "tcp"]],
                ]
            ],
        ]
    }

    private static func deployment(
        _ id: String, _ status: String, _ rollout: String, _ definition: Value, _ count: Int
    ) -> Value {
        [
            "id": .string("ecs-svc/\(id)"), "status": .string(status), "rolloutState": .string(rollout),
            "taskDefinition": definition, "desiredCount": .integer(count), "runningCount": .integer(count),
            "createdAt": ago(30), "updatedAt": ago(20),
        ]
    }

    private static func task(
        _ id: String, _ service: String, _ deployment: String, _ definition: Value, _ host: Int, _ port: Int,
        _ isNew: Bool
    ) -> Value {
        let binding: Value = ["containerPort": 8080, "hostPort": .integer(port), "protocol": "tcp"]
        return [
            "taskArn": arn("task/main/\(id)"), "clusterArn": arn("cluster/main"), "taskDefinitionArn": definition,
            "group": .string("service:\(service)"), "startedBy": .string("ecs-svc/\(deployment)"),
            "lastStatus": "RUNNING", "desiredStatus": "RUNNING", "launchType": "EC2", "capacityProviderName": "cp",
            "availabilityZone": zone(host), "containerInstanceArn": arn("container-instance/main/ci\(host)"),
            "createdAt": ago(isNew ? 25 : 9000), "startedAt": ago(isNew ? 15 : 8990),
            "pullStoppedAt": ago(isNew ? 16 : 8991),
            "healthStatus": "UNKNOWN", "cpu": "512", "memory": "1024",
            "containers": [
                ["name": "app", "lastStatus": "RUNNING", "image": "app", "networkBindings": [binding]]
            ],
        ]
    }
}
