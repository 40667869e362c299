import Kinds
import Manifest
import Model

@testable import Planning

/// A repository that lints clean, to be spoiled line by line.
struct LintStack {
    private var files = LintStack.files

    /// What the linter finds in it as it is now.
    func findings() throws -> [Finding] { Linter().findings(in: try desired()) }

    /// What the manifests say; throws nothing that a test expects.
    func desired() throws -> Desired {
        try ManifestReader(kinds: allKinds.map { $0.manifest }).read(LintSource(files: files))
    }

    /// What `rule` says after these edits, each an old text and a new one.
    static func findings(of rule: String, _ edits: (String, String)...) throws -> [Finding] {
        var stack = LintStack()
        for (old, new) in edits { try stack.edit(old, new) }
        return try stack.findings().filter { $0.rule == rule }
    }

    /// Puts `new` in the place of `old`, which has to stand in exactly one file.
    mutating func edit(_ old: String, _ new: String) throws {
        let holders = files.keys.filter { files[$0]?.contains(old) == true }
        guard let only = holders.first, holders.count == 1 else { throw NotThere(text: old) }
        files[only] = files[only]?.replacing(old, with: new)
    }

    /// Adds a document to `production/api.yaml`.
    mutating func add(_ document: String) { files["production/api.yaml", default: ""] += "---\n\(document)\n" }

    /// A test's edit of what is not there, or there twice.
    struct NotThere: Error { let text: String }

    private static let files = [
        "neap.yaml": """
        apiVersion: neap/v1
        kind: Environment
        metadata: {name: production}
        spec: {paths: [production]}
        """,
        "production/capacity.yaml": """
        apiVersion: neap/v1
        kind: LaunchTemplate
        metadata: {name: spot}
        spec:
          imageId: ami-1
          metadataOptions: {httpTokens: required}
          ecsConfig: {cluster: demo, spotInstanceDraining: true}
        ---
        apiVersion: neap/v1
        kind: AutoScalingGroup
        metadata: {name: spot}
        spec:
          minSize: 2
          maxSize: 6
          vpcZoneIdentifier: [subnet-1, subnet-2]
          mixedInstancesPolicy:
            launchTemplate:
              launchTemplateSpecification: {launchTemplateName: spot}
              overrides: [{instanceType: t3.large}, {instanceType: t3a.large}]
            instancesDistribution: {onDemandBaseCapacity: 1, onDemandPercentageAboveBaseCapacity: 0}
        ---
        apiVersion: neap/v1
        kind: CapacityProvider
        metadata: {name: spot}
        spec:
          autoScalingGroupProvider:
            autoScalingGroup: spot
            managedScaling: {status: ENABLED, targetCapacity: 90}
        ---
        apiVersion: neap/v1
        kind: Cluster
        metadata: {name: demo}
        spec: {capacityProviders: [spot]}
        """,
        "production/balancer.yaml": """
        apiVersion: neap/v1
        kind: LoadBalancer
        metadata: {name: demo}
        spec:
          scheme: internet-facing
          subnets: [subnet-1, subnet-2]
          listeners:
            - port: 80
              protocol: HTTP
              defaultActions: [{type: redirect, redirectConfig: {protocol: HTTPS, port: "443", statusCode: HTTP_301}}]
            - port: 443
              protocol: HTTPS
              certificates: [{certificateArn: "arn:aws:acm:eu-west-1:123456789012:certificate/x"}]
              defaultActions: [{type: forward, targetGroup: api}]
              rules:
                - priority: 10
                  conditions: [{field: source-ip, sourceIpConfig: {values: [10.0.0.0/8]}}]
                  actions: [{type: forward, targetGroup: api}]
        ---
        apiVersion: neap/v1
        kind: TargetGroup
        metadata: {name: api}
        spec:
          protocol: HTTP
          port: 80
          vpcId: vpc-1
          healthCheckPath: /healthz
          healthCheckIntervalSeconds: 10
          healthyThresholdCount: 2
          attributes: {deregistration_delay.timeout_seconds: 30}
        """,
        "production/api.yaml": """
        apiVersion: neap/v1
        kind: LogGroup
        metadata: {name: api}
        spec: {logGroupName: /ecs/api, retentionInDays: 30}
        ---
        apiVersion: neap/v1
        kind: TaskDefinition
        metadata: {name: api}
        spec:
          networkMode: bridge
          containerDefinitions:
            - name: api
              image: example.org:5000/team/api:1.8.0
              cpu: 256
              memory: 1024
              memoryReservation: 512
              environment: [{name: MODE, value: web}]
              portMappings: [{containerPort: 3000}]
              healthCheck: {command: [CMD, "true"], startPeriod: 20}
              logConfiguration:
                logDriver: awslogs
                options: {awslogs-group: /ecs/api, awslogs-region: eu-west-1}
        ---
        apiVersion: neap/v1
        kind: Service
        metadata: {name: api}
        spec:
          cluster: demo
          taskDefinition: api
          desiredCount: 4
          capacityProviderStrategy: [{capacityProvider: spot, weight: 1}]
          deploymentConfiguration:
            minimumHealthyPercent: 75
            maximumPercent: 150
            deploymentCircuitBreaker: {enable: true, rollback: true}
          healthCheckGracePeriodSeconds: 60
          loadBalancers: [{targetGroup: api, containerName: api, containerPort: 3000}]
        ---
        apiVersion: neap/v1
        kind: ScalingPolicy
        metadata: {name: api}
        spec:
          service: api
          minCapacity: 4
          maxCapacity: 12
          targetTracking:
            - name: cpu
              targetValue: 70
              predefinedMetricSpecification: {predefinedMetricType: ECSServiceAverageCPUUtilization}
        """,
    ]
}

/// Files in memory.
struct LintSource: ManifestSource {
    let files: [String: String]

    func entries() -> [SourceEntry] {
        files.map { SourceEntry(path: $0.key, size: $0.value.utf8.count) }.sorted { $0.path < $1.path }
    }

    func read(_ path: String) -> [UInt8] { Array((files[path] ?? "").utf8) }
}
