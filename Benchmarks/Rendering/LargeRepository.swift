import Manifest

/// A repository in memory: one chart and so many releases of it, twenty resources each.
struct LargeRepository: ManifestSource {
    private var files: [String: [UInt8]] = [:]
    private var listed: [SourceEntry] = []
    private var version = 0

    /// `releases` of a chart that makes a log group, a task definition, a target group, a service and its scaling for
    /// each of four services.
    init(releases: Int) {
        add(
            "neap.yaml",
            "apiVersion: neap/v1\nkind: Environment\nmetadata: {name: large}\nspec: {paths: [releases], aws: {region: eu-west-1}}\n"
        )
        add("charts/web/Chart.yaml", "apiVersion: neap/v1\nname: web\nversion: 1.0.0\n")
        add("charts/web/values.yaml", Self.values)
        add("charts/web/values.schema.json", Self.schema)
        add("charts/web/templates/services.yaml", Self.template)
        for number in 0..<releases { add(Self.path(number), Self.release(number, tag: "1.0.0")) }
    }

    func entries() -> [SourceEntry] { listed }
    func read(_ path: String) -> [UInt8] { files[path] ?? [] }

    /// The commit that changes one release's image.
    mutating func promote(_ number: Int, to tag: String) { add(Self.path(number), Self.release(number, tag: tag)) }

    private mutating func add(_ path: String, _ text: String) {
        version += 1
        let entry = SourceEntry(path: path, size: text.utf8.count, blob: "\(version)")
        if files.updateValue(Array(text.utf8), forKey: path) == nil {
            listed.append(entry)
        } else if let index = listed.firstIndex(where: { $0.path == path }) {
            listed[index] = entry
        }
    }

    private static func path(_ number: Int) -> String { "releases/r\(1_000_000 + number).yaml" }

    private static func release(_ number: Int, tag: String) -> String {
        """
        apiVersion: neap/v1
        kind: Release
        metadata: {name: r\(number), labels: {team: t\(number % 7)}}
        spec:
          chart: ../charts/web
          values:
            tag: \(tag)
            count: \(number % 5 + 1)
            environment: {MODE: production, RELEASE: r\(number)}
        """
    }

    private static let values = """
        services: [api, jobs, mail, admin]
        count: 2
        environment: {}
        port: 3000
        """

    private static let schema = """
        {"type": "object", "required": ["tag"], "properties": {
          "tag": {"type": "string"}, "count": {"type": "integer", "minimum": 1}, "port": {"type": "integer"},
          "services": {"type": "array", "items": {"type": "string"}},
          "environment": {"type": "object", "additionalProperties": {"type": "string"}}}}
        """

    private static let template = """
        - ${{ each service in values.services }}:
            - apiVersion: neap/v1
              kind: LogGroup
              metadata: {name: "${{ release.name }}-${{ service }}"}
              spec: {retentionInDays: 30}
            - apiVersion: neap/v1
              kind: TaskDefinition
              metadata: {name: "${{ release.name }}-${{ service }}"}
              spec:
                networkMode: bridge
                requiresCompatibilities: [EC2]
                containerDefinitions:
                  - name: ${{ service }}
                    image: example.com/${{ service }}:${{ values.tag }}
                    memory: 256
                    essential: true
                    portMappings: [{containerPort: "${{ values.port }}", hostPort: 0}]
                    environment:
                      - ${{ each variable in values.environment }}:
                          - {name: "${{ variable.key }}", value: "${{ variable.value }}"}
            - apiVersion: neap/v1
              kind: TargetGroup
              metadata: {name: "${{ release.name }}-${{ service }}"}
              spec: {protocol: HTTP, port: 80, vpcId: vpc-0a1b2c3d4e5f60718, healthCheckPath: /healthz}
            - apiVersion: neap/v1
              kind: Service
              metadata: {name: "${{ release.name }}-${{ service }}"}
              spec:
                cluster: arn:aws:ecs:eu-west-1:123456789012:cluster/main
                taskDefinition: ${{ release.name }}-${{ service }}
                desiredCount: ${{ values.count }}
                deploymentConfiguration: {minimumHealthyPercent: 50, maximumPercent: 150}
                loadBalancers:
                  - targetGroup: ${{ release.name }}-${{ service }}
                    containerName: ${{ service }}
                    containerPort: ${{ values.port }}
            - apiVersion: neap/v1
              kind: ScalingPolicy
              metadata: {name: "${{ release.name }}-${{ service }}"}
              spec:
                service: ${{ release.name }}-${{ service }}
                minCapacity: 1
                maxCapacity: 9
        """
}
