import Kinds
import Manifest
import Model
import Testing

/// Names of which AWS's label is made.
struct ScalingLabelTests {
    private func read(_ balancer: String, _ group: String) throws -> Desired {
        let manifests = """
            apiVersion: neap/v1
            kind: Service
            metadata: {name: api}
            spec: {cluster: "arn:aws:ecs:eu-west-1:123456789012:cluster/demo", taskDefinition: "api:1"}
            ---
            apiVersion: neap/v1
            kind: TargetGroup
            metadata: {name: api}
            spec: {protocol: HTTP, port: 80, vpcId: vpc-1}
            ---
            apiVersion: neap/v1
            kind: LoadBalancer
            metadata: {name: demo}
            spec: {subnets: [subnet-1, subnet-2]}
            ---
            apiVersion: neap/v1
            kind: ScalingPolicy
            metadata: {name: api}
            spec:
              service: api
              minCapacity: 1
              maxCapacity: 2
              targetTracking:
                - name: requests
                  targetValue: 100
                  predefinedMetricSpecification:
                    predefinedMetricType: ALBRequestCountPerTarget
                    loadBalancer: \(balancer)
                    targetGroup: \(group)
            """
        let environment = """
            apiVersion: neap/v1
            kind: Environment
            metadata: {name: production}
            spec: {paths: [production]}
            """
        return try ManifestReader(kinds: allKinds.map { $0.manifest }).read(
            HeldFiles(["neap.yaml": Array(environment.utf8), "production/a.yaml": Array(manifests.utf8)]))
    }

    @Test("names that manifests have, and ARNs of others, are taken")
    func known() throws {
        #expect(try read("demo", "api").diagnostics == [])
        let balancer = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/other/1"
        #expect(try read(balancer, "api").diagnostics == [])
    }

    @Test(
        "a name that no manifest has is an error with the nearest one",
        arguments: [
            ("demoo", "api", "no LoadBalancer is named demoo (did you mean demo?)"),
            ("demo", "apii", "no TargetGroup is named apii (did you mean api?)"),
        ])
    func misspelled(_ balancer: String, _ group: String, _ message: String) throws {
        let found = try read(balancer, group).diagnostics
        #expect(found.count == 1)
        #expect(found.first?.description.hasSuffix(message) == true, "\(found)")
        #expect(found.first?.place?.file == "production/a.yaml")
    }
}
