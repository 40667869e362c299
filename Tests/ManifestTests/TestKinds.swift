import Manifest
import Model

/// Small kinds with every sort of field, made for these tests.
enum TestKinds {
    static let all = [cluster, taskDefinition, targetGroup, service, loadBalancer, listener, group]

    static let cluster = ManifestKind(
        KindSchema(
            kind: "Cluster",
            shape: structure([Member("clusterName", .string, awsName: "ClusterName"), tags]), rules: [],
            nameMember: "clusterName", summary: "A cluster."))

    static let taskDefinition = ManifestKind(
        KindSchema(
            kind: "TaskDefinition",
            shape: structure([
                Member("family", .string, required: true),
                Member("cpu", .string),
                Member("containerDefinitions", .list(of: container), required: true),
                Member("revision", .integer), Member("status", .string), tags,
            ]),
            rules: [
                FieldRule("/revision", readOnly: true), FieldRule("/status", readOnly: true),
                FieldRule("/containerDefinitions", elements: .keyed(["name"])),
                FieldRule("/containerDefinitions/*/environment", sensitive: true),
                FieldRule("/cpu", normal: { $0.string == "1 vCPU" ? "1024" : $0 }),
            ], nameMember: "family", summary: "A task definition."), fileMember: "file")

    static let container = ShapeReference.structure(
        "Container",
        [
            Member("name", .string, required: true), Member("image", .string), Member("memory", .integer),
            Member("essential", .boolean), Member("command", .stringList), Member("environment", .stringMap),
            Member("mode", words("Mode", ["awsvpc", "bridge", "host"]), sensitive: true),
        ])

    static let targetGroup = ManifestKind(
        KindSchema(
            kind: "TargetGroup",
            shape: structure([
                Member("name", .string, awsName: "Name"),
                Member("protocol", words("Protocol", ["HTTP", "HTTPS", "TCP"]), awsName: "Protocol"),
                Member("port", ShapeReference(Shape("Port", .integer(1...65_535))), awsName: "Port"),
                Member("vpcId", .string, awsName: "VpcId"),
                Member("healthCheckPath", ShapeReference(Shape("Path", .string(1...16))), awsName: "HealthCheckPath"),
                Member("weight", ShapeReference(Shape("Weight", .number(0...1))), awsName: "Weight"),
                Member("attributes", .stringMap), tags,
            ]),
            rules: [
                FieldRule(
                    "/vpcId", target: FieldRule.Target("VPC", "id", lookup: true, idPrefixes: ["vpc-"])),
                FieldRule("/port", .replaces, absent: 80, note: "The port that targets get unless they say their own."),
            ], nameMember: "name", createOnly: ["vpcId"], summary: "Where a load balancer sends requests."))

    static let service = ManifestKind(
        KindSchema(
            kind: "Service",
            shape: structure([
                Member("serviceName", .string, required: true),
                Member("cluster", .string), Member("clusterHint", .string),
                Member("taskDefinition", .string),
                Member("desiredCount", ShapeReference(Shape("Count", .integer(0...5_000)))),
                Member(
                    "loadBalancers",
                    .list(
                        of: .structure(
                            "LoadBalancer",
                            [
                                Member("targetGroupArn", .string), Member("containerName", .string),
                                Member("containerPort", .integer),
                            ]))),
                Member("after", .string), Member("tag", .string), tags,
            ]),
            rules: [
                FieldRule("/cluster", target: FieldRule.Target("Cluster", "name")),
                FieldRule("/clusterHint", target: FieldRule.Target("Cluster", "name", waits: false)),
                FieldRule("/taskDefinition", target: FieldRule.Target("TaskDefinition", "arn")),
                FieldRule("/after", target: FieldRule.Target("Service", "arn")),
                FieldRule(
                    "/loadBalancers/*/targetGroupArn",
                    target: FieldRule.Target("TargetGroup", "arn", alias: "targetGroup")),
            ], nameMember: "serviceName", summary: "Tasks that are kept running."))

    static let loadBalancer = ManifestKind(
        KindSchema(
            kind: "LoadBalancer",
            shape: structure([
                Member("name", .string, awsName: "Name"), Member("subnets", .stringList, awsName: "Subnets"),
                Member("listeners", .list(of: .structure("Listener", listenerMembers))),
            ]),
            rules: [
                FieldRule(
                    "/subnets/*", target: FieldRule.Target("Subnet", "id", lookup: true, idPrefixes: ["subnet-"])),
                FieldRule(
                    "/listeners/*/targetGroupArn", target: FieldRule.Target("TargetGroup", "arn", alias: "targetGroup")),
            ], nameMember: "name", summary: "A load balancer."),
        expand: { whole in
            var own = whole
            own.spec["listeners"] = nil
            let listeners = (whole.spec["listeners"]?.list ?? []).map { item in
                let id = ResourceID("Listener", "\(whole.id.name)/\(item["port"]?.scalarText ?? "?")")
                return Resource(
                    id, awsName: id.name, spec: item, policy: whole.policy, place: item.place ?? whole.place,
                    manifest: whole.id)
            }
            return ([own] + listeners, [])
        })

    static let listener = ManifestKind(
        KindSchema(
            kind: "Listener", shape: structure(listenerMembers),
            rules: [FieldRule("/targetGroupArn", target: FieldRule.Target("TargetGroup", "arn", alias: "targetGroup"))],
            nameMember: nil, isManifest: false, summary: "A port of a load balancer."))

    static let group = ManifestKind(
        KindSchema(
            kind: "AutoScalingGroup",
            shape: structure([
                Member("minSize", .integer, awsName: "MinSize", required: true),
                Member("vpcZoneIdentifier", .stringList, awsName: "VPCZoneIdentifier"),
                Member("token", .string, isIdempotencyToken: true), tags,
            ]),
            rules: [
                FieldRule(
                    "/vpcZoneIdentifier/*",
                    target: FieldRule.Target("Subnet", "id", lookup: true, idPrefixes: ["subnet-"]))
            ], nameMember: nil, summary: "Instances."))

    private static let listenerMembers = [
        Member("port", .integer, awsName: "Port", required: true),
        Member("targetGroupArn", .string, awsName: "TargetGroupArn"),
    ]
    private static let tags = Member("tags", .stringMap, awsName: "Tags")

    static func words(_ name: String, _ words: [String]) -> ShapeReference {
        ShapeReference(Shape(name, .enumeration(words)))
    }
    private static func structure(_ members: [Member]) -> Shape { Shape("Spec", .structure(Members(members))) }
}
