/// The manifests of a new repository: instances, mostly Spot, and a service on them.
enum StarterManifests {
    /// Launch template, group, capacity provider and cluster.
    static func capacity(_ environment: String) -> String {
        """
        # The machines: mostly Spot, one always on demand. Say in which subnets: by tags, or by their ids.
        apiVersion: neap/v1
        kind: LaunchTemplate
        metadata: {name: \(environment)}
        spec:
          imageId: {ssm: /aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id}
          instanceType: t3.small
          iamInstanceProfile: {name: ecsInstanceRole}
          metadataOptions: {httpTokens: required, httpPutResponseHopLimit: 2}
          ecsConfig: {cluster: \(environment), spotInstanceDraining: true}
        ---
        apiVersion: neap/v1
        kind: AutoScalingGroup
        metadata: {name: \(environment)}
        spec:
          minSize: 1
          maxSize: 4
          vpcZoneIdentifier: [{tags: {Tier: private}}]
          mixedInstancesPolicy:
            launchTemplate:
              launchTemplateSpecification: {launchTemplateName: \(environment)}
              overrides: [{instanceType: t3.small}, {instanceType: t3a.small}, {instanceType: t3.medium}]
            instancesDistribution:
              onDemandBaseCapacity: 1
              onDemandPercentageAboveBaseCapacity: 0
              spotAllocationStrategy: price-capacity-optimized
          newInstancesProtectedFromScaleIn: true
        ---
        apiVersion: neap/v1
        kind: CapacityProvider
        metadata: {name: \(environment)}
        spec:
          autoScalingGroupProvider:
            autoScalingGroup: \(environment)
            managedScaling: {status: ENABLED, targetCapacity: 100}
            managedTerminationProtection: ENABLED
            managedDraining: ENABLED
        ---
        apiVersion: neap/v1
        kind: Cluster
        metadata: {name: \(environment)}
        spec:
          capacityProviders: [\(environment)]
          defaultCapacityProviderStrategy: [{capacityProvider: \(environment), weight: 1}]

        """
    }

    /// Log group, task definition and service.
    static func service(_ name: String, image: String, environment: String, region: String) -> String {
        """
        apiVersion: neap/v1
        kind: LogGroup
        metadata: {name: \(name)}
        spec: {logGroupName: /ecs/\(environment)/\(name), retentionInDays: 30}
        ---
        apiVersion: neap/v1
        kind: TaskDefinition
        metadata: {name: \(name)}
        spec:
          networkMode: bridge
          requiresCompatibilities: [EC2]
          containerDefinitions:
            - name: \(name)
              image: "\(image)"
              cpu: 128
              memory: 256
              memoryReservation: 128
              portMappings: [{containerPort: 80}]
              logConfiguration:
                logDriver: awslogs
                options: {awslogs-group: /ecs/\(environment)/\(name), awslogs-region: \(region), awslogs-stream-prefix: \(name)}
        ---
        apiVersion: neap/v1
        kind: Service
        metadata: {name: \(name)}
        spec:
          cluster: \(environment)
          taskDefinition: \(name)
          desiredCount: 2
          capacityProviderStrategy: [{capacityProvider: \(environment), weight: 1}]
          # Two tasks stay while up to two new ones start.
          deploymentConfiguration:
            minimumHealthyPercent: 100
            maximumPercent: 200
            deploymentCircuitBreaker: {enable: true, rollback: true}
          placement: azBalancedSpread

        """
    }
}
