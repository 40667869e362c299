import Model

/// The reference stack with a service of each of ECS's own strategies beside it, and what happens to it in a day.
enum BusyDay {
    static func files() throws -> [String: String] {
        var files = try ReferenceFiles.all()
        files["production/capacity.yaml"] = files["production/capacity.yaml"]?.replacing(
            "maxSize: 6", with: "maxSize: 14")
        let mark = "messageBody: Not found}\n"
        files["production/load-balancer.yaml"] = files["production/load-balancer.yaml"]?
            .replacing(
                mark, with: mark + strategies.enumerated().map { rule($0.element.name, 30 + $0.offset) }.joined())
        for (name, configuration) in strategies {
            files["production/\(name).yaml"] = service(
                name, configuration, 30 + (strategies.firstIndex { $0.name == name } ?? 0))
        }
        return files
    }

    static let strategies: [(name: String, configuration: String)] = [
        ("blue", "{strategy: BLUE_GREEN, bakeTimeInMinutes: 5}"),
        (
            "line",
            "{strategy: LINEAR, bakeTimeInMinutes: 2, linearConfiguration: {stepPercent: 25, stepBakeTimeInMinutes: 2}}"
        ),
        (
            "bird",
            "{strategy: CANARY, bakeTimeInMinutes: 2, canaryConfiguration: {canaryPercent: 10, canaryBakeTimeInMinutes: 5}}"
        ),
    ]

    /// Every service, in the order in which people deploy them.
    static var services: [String] { ["api", "admin"] + strategies.map(\.name) }

    private static func rule(_ name: String, _ priority: Int) -> String {
        """
                - priority: \(priority)
                  conditions: [{field: path-pattern, pathPatternConfig: {values: [/\(name)/*]}}]
                  actions:
                    - type: forward
                      forwardConfig: {targetGroups: [{targetGroup: \(name)-a, weight: 1}, {targetGroup: \(name)-b, weight: 0}]}

        """
    }

    private static func service(_ name: String, _ configuration: String, _ priority: Int) -> String {
        let groups = ["a", "b"].map { letter in
            """
            apiVersion: neap/v1
            kind: TargetGroup
            metadata: {name: \(name)-\(letter)}
            spec:
              protocol: HTTP
              port: 80
              vpcId: {tags: {Name: demo}}
              healthCheckIntervalSeconds: 10
              healthyThresholdCount: 2
              attributes: {deregistration_delay.timeout_seconds: 30}
            ---

            """
        }.joined()
        return groups + """
            apiVersion: neap/v1
            kind: TaskDefinition
            metadata: {name: \(name)}
            spec:
              containerDefinitions:
                - {name: app, image: "registry.example.org/\(name):1", memory: 256, cpu: 128, portMappings: [{containerPort: 80}]}
            ---
            apiVersion: neap/v1
            kind: Service
            metadata: {name: \(name)}
            spec:
              cluster: demo-api
              taskDefinition: \(name)
              desiredCount: 2
              capacityProviderStrategy: [{capacityProvider: spot, weight: 1}]
              deploymentConfiguration: \(configuration)
              loadBalancers:
                - targetGroup: \(name)-a
                  containerName: app
                  containerPort: 80
                  advancedConfiguration:
                    alternateTargetGroup: \(name)-b
                    productionListenerRule: demo-api/443/\(priority)
                    roleArn: arn:aws:iam::123456789012:role/ecsInfrastructureRole
            ---
            apiVersion: neap/v1
            kind: ScalingPolicy
            metadata: {name: \(name)}
            spec:
              service: \(name)
              minCapacity: 2
              maxCapacity: 4
              targetTracking:
                - name: cpu
                  targetValue: 60
                  predefinedMetricSpecification: {predefinedMetricType: ECSServiceAverageCPUUtilization}
            """
    }

    /// A day's load, and Spot's: reclaims around the clock, a rebalance, and hours in which a type is gone.
    static let scenario = """
        apiVersion: neap/v1
        kind: Scenario
        metadata: {name: busy-day}
        spec:
          region: eu-west-1
          load:
            - service: api
              curve:
                - {at: 0s, requestsPerSecond: 20}
                - {at: 1h15m, requestsPerSecond: 60}
                - {at: 2h, requestsPerSecond: 25}
                - {at: 5h, requestsPerSecond: 110}
                - {at: 8h, requestsPerSecond: 60}
                - {at: 12h, requestsPerSecond: 20}
                - {at: 18h, requestsPerSecond: 90}
                - {at: 24h, requestsPerSecond: 20}
            - service: admin
              curve: [{at: 0s, requestsPerSecond: 1}, {at: 12h, requestsPerSecond: 4}, {at: 24h, requestsPerSecond: 1}]
          events:
            - {at: 1h5m, reclaim: {all: true, count: 1}}
            - {at: 1h40m, reclaim: {all: true, count: 1}}
            - {at: 3h, reclaim: {zone: eu-west-1a}}
            - {at: 4h, rebalance: {type: t3.large}}
            - {at: 4h50m, drought: {type: t3.large}}
            - {at: 5h, reclaim: {all: true, count: 2}}
            - {at: 6h30m, endDrought: {type: t3.large}}
            - {at: 9h, reclaim: {zone: eu-west-1b}}
            - {at: 11h, reclaim: {all: true, count: 1}}
            - {at: 13h, reclaim: {all: true, count: 3}}
            - {at: 15h, reclaim: {zone: eu-west-1c}}
            - {at: 17h, rebalance: {all: true}}
            - {at: 19h, reclaim: {all: true, count: 2}}
            - {at: 22h, reclaim: {all: true, count: 1}}
        """
}
