"""A repository of many environments: in each a cluster on Spot, and services that only their images change."""
import dataclasses

ENVIRONMENT = """apiVersion: neap/v1
kind: Environment
metadata: {{name: {name}}}
spec:
  paths: [{name}]
  owner: example.com/soak
  aws: {{region: eu-west-1, accountId: "123456789012"}}
  drift: correct
  correctAfter: 0s
  interval: 10s
  driftInterval: 20s
"""
CAPACITY = """apiVersion: neap/v1
kind: Cluster
metadata: {{name: {name}}}
spec: {{capacityProviders: [{name}]}}
---
apiVersion: neap/v1
kind: LaunchTemplate
metadata: {{name: {name}}}
spec:
  imageId: {{ssm: /aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id}}
  instanceType: m5.large
  iamInstanceProfile: {{name: ecsInstanceRole}}
  ecsConfig: {{cluster: {name}, spotInstanceDraining: true}}
---
apiVersion: neap/v1
kind: AutoScalingGroup
metadata: {{name: {name}}}
spec:
  minSize: 2
  maxSize: 8
  vpcZoneIdentifier: [{{tags: {{Tier: private, Stack: demo-api}}}}]
  newInstancesProtectedFromScaleIn: true
  mixedInstancesPolicy:
    launchTemplate:
      launchTemplateSpecification: {{launchTemplateName: {name}}}
      overrides: [{{instanceType: m5.large}}, {{instanceType: m5a.large}}]
    instancesDistribution: {{onDemandBaseCapacity: 1, onDemandPercentageAboveBaseCapacity: 0}}
---
apiVersion: neap/v1
kind: CapacityProvider
metadata: {{name: {name}}}
spec:
  autoScalingGroupProvider:
    autoScalingGroup: {name}
    managedScaling: {{status: ENABLED, targetCapacity: 100, instanceWarmupPeriod: 60}}
    managedTerminationProtection: ENABLED
    managedDraining: ENABLED
"""
SERVICE = """apiVersion: neap/v1
kind: Service
metadata: {{name: {name}}}
spec:
  cluster: {cluster}
  desiredCount: 2
  capacityProviderStrategy: [{{capacityProvider: {cluster}, weight: 1}}]
  taskDefinition:
    family: {name}
    containerDefinitions:
      - {{name: app, image: "shop:{tag}", cpu: 128, memory: 128, stopTimeout: 5}}
  deploymentConfiguration:
    minimumHealthyPercent: 50
    maximumPercent: {maximum}
    deploymentCircuitBreaker: {{enable: true, rollback: true}}
"""
# Images whose tag begins so crash as soon as they run.
BROKEN = "broken"
SCENARIO = f"""apiVersion: neap/v1
kind: Scenario
metadata: {{name: soak}}
spec:
  region: eu-west-1
  images:
    - {{image: "shop:{BROKEN}*", crashesAfter: 5s, exitCode: 1}}
"""


@dataclasses.dataclass
class Deployed:
    """A service as Git says that it is, and how often that changed."""
    environment: str
    name: str
    tag: str = "1"
    maximum: int = 150
    versions: int = 1

    @property
    def path(self):
        return f"{self.environment}/{self.name}.yaml"

    @property
    def text(self):
        return SERVICE.format(name=self.name, cluster=self.environment, tag=self.tag, maximum=self.maximum)


class Landscape:
    """All environments and services, and the repository that they are written to."""

    def __init__(self, forge, environments, services):
        self.forge = forge
        self.environments = [f"env{number:02}" for number in range(environments)]
        self.services = [
            Deployed(self.environments[number % environments], f"shop{number:03}") for number in range(services)]
        for name in self.environments:
            forge.write(f"neap.{name}.yaml", ENVIRONMENT.format(name=name))
            forge.write(f"{name}/capacity.yaml", CAPACITY.format(name=name))
        for service in self.services:
            forge.write(service.path, service.text)
        self.commits = [forge.push("All environments")]

    def of(self, environment):
        return [service for service in self.services if service.environment == environment]

    def deploy(self, services, tag):
        """Pushes another image of some services, in one commit."""
        for service in services:
            service.tag = tag
            service.versions += 1
            self.forge.write(service.path, service.text)
        self.commits.append(self.forge.push(f"{', '.join(service.name for service in services)}: {tag}"))
