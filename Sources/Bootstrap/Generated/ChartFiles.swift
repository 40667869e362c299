// swift-format-ignore-file
// Written by Tools/generate/chart.py from charts/neap; change that and run `make generate`.

/// The files of charts/neap, by their paths in it.
enum ChartFiles {
    static let neap: [String: String] = [
        "Chart.yaml": ###"""
            apiVersion: neap/v1
            name: neap
            version: 1.0.0
            description: Neap's controller as a service of Amazon ECS on EC2, so that it manages itself too.
            keywords: [neap, gitops, controller]

            """###,
        "templates/controller.yaml": ###"""
            apiVersion: neap/v1
            kind: LogGroup
            metadata: {name: "${{ release.name }}"}
            spec:
              logGroupName: /ecs/${{ release.name }}
              retentionInDays: ${{ values.logRetentionDays }}
            ---
            apiVersion: neap/v1
            kind: TaskDefinition
            metadata:
              name: ${{ release.name }}
              ${{ if length(values.labels) > 0 }}:
                labels: ${{ values.labels }}
            spec:
              networkMode: bridge
              requiresCompatibilities: [EC2]
              executionRoleArn: ${{ values.roles.execution }}
              taskRoleArn: ${{ values.roles.task }}
              # The image says whose the folder is; what is in it is fetched again when it is lost.
              volumes: [{name: cache}]
              containerDefinitions:
                - name: ${{ release.name }}
                  image: ${{ values.image }}
                  command: [run]
                  cpu: ${{ values.size.cpu }}
                  memory: ${{ values.size.memory }}
                  memoryReservation: ${{ values.size.reservation }}
                  essential: true
                  user: ${{ values.user }}
                  readonlyRootFilesystem: true
                  privileged: false
                  dockerSecurityOptions: ["no-new-privileges"]
                  linuxParameters:
                    initProcessEnabled: true
                    capabilities: {drop: [ALL]}
                    tmpfs: [{containerPath: /tmp, size: 64, mountOptions: [rw, noexec, nosuid, nodev]}]
                  mountPoints: [{sourceVolume: cache, containerPath: /var/cache/neap, readOnly: false}]
                  portMappings:
                    - ${{ if values.targetGroup != null }}:
                        - {containerPort: "${{ values.webhookPort }}", hostPort: 0}
                    - ${{ if values.metricsPort != null }}:
                        - {containerPort: "${{ values.port }}", hostPort: "${{ values.metricsPort }}"}
                  # What a release says of a variable, in environment or in secrets, stands in place of what is said here.
                  environment:
                    - ${{ if environment.region != null && !contains(merge(values.environment, values.secrets), 'AWS_REGION') }}:
                        - {name: AWS_REGION, value: "${{ environment.region }}"}
                    - ${{ if !contains(merge(values.environment, values.secrets), 'NEAP_REPO') }}:
                        - {name: NEAP_REPO, value: "${{ values.repository }}"}
                    - ${{ if !contains(merge(values.environment, values.secrets), 'NEAP_REF') }}:
                        - {name: NEAP_REF, value: "${{ values.ref }}"}
                    - ${{ if length(values.environments) > 0 && !contains(merge(values.environment, values.secrets), 'NEAP_ENVIRONMENTS') }}:
                        - {name: NEAP_ENVIRONMENTS, value: "${{ join(',', values.environments) }}"}
                    - ${{ if !contains(merge(values.environment, values.secrets), 'NEAP_ALLOW_ACCOUNTS') }}:
                        - {name: NEAP_ALLOW_ACCOUNTS, value: "${{ join(',', values.accounts) }}"}
                    - ${{ if length(values.assumeRoles) > 0 && !contains(merge(values.environment, values.secrets), 'NEAP_ALLOW_ROLES') }}:
                        - {name: NEAP_ALLOW_ROLES, value: "${{ join(',', values.assumeRoles) }}"}
                    - ${{ if values.leaseTable != null && !contains(merge(values.environment, values.secrets), 'NEAP_LEASE_TABLE') }}:
                        - {name: NEAP_LEASE_TABLE, value: "${{ values.leaseTable }}"}
                    - ${{ if values.queueUrl != null && !contains(merge(values.environment, values.secrets), 'NEAP_QUEUE_URL') }}:
                        - {name: NEAP_QUEUE_URL, value: "${{ values.queueUrl }}"}
                    # Save these two, where the health check and the target group ask: to state them twice is an error.
                    - ${{ if contains(merge(values.environment, values.secrets), 'NEAP_LISTEN') }}:
                        - {name: NEAP_LISTEN, value: is said by port and metricsPort}
                    - ${{ if contains(merge(values.environment, values.secrets), 'NEAP_WEBHOOK_LISTEN') }}:
                        - {name: NEAP_WEBHOOK_LISTEN, value: is said by webhookPort}
                        - {name: NEAP_WEBHOOK_LISTEN, value: and by targetGroup}
                    - name: NEAP_LISTEN
                      value: ${{ iif(values.metricsPort != null, '0.0.0.0', '127.0.0.1') }}:${{ values.port }}
                    - ${{ if values.targetGroup != null }}:
                        - {name: NEAP_WEBHOOK_LISTEN, value: "0.0.0.0:${{ values.webhookPort }}"}
                    - ${{ if !contains(merge(values.environment, values.secrets), 'NEAP_CACHE_DIR') }}:
                        - {name: NEAP_CACHE_DIR, value: /var/cache/neap}
                    - ${{ if !contains(merge(values.environment, values.secrets), 'NEAP_LOG_FORMAT') }}:
                        - {name: NEAP_LOG_FORMAT, value: json}
                    - ${{ each variable in values.environment }}:
                        - {name: "${{ variable.key }}", value: "${{ variable.value }}"}
                  secrets:
                    - ${{ each secret in values.secrets }}:
                        - {name: "${{ secret.key }}", valueFrom: "${{ secret.value }}"}
                  # The shell asks by itself: the image has nothing else that could.
                  healthCheck:
                    command:
                      - CMD
                      - /bin/bash
                      - -c
                      - exec 3<>/dev/tcp/127.0.0.1/${{ values.port }} && printf 'GET /healthz HTTP/1.0\r\n\r\n' >&3 && read -r _ code _ <&3 && test "$code" = 200
                    interval: 30
                    timeout: 5
                    retries: 3
                    startPeriod: 60
                  # It is gone within 20 s of its signal; Spot gives two minutes.
                  stopTimeout: 30
                  logConfiguration:
                    logDriver: awslogs
                    options:
                      awslogs-group: /ecs/${{ release.name }}
                      awslogs-region: ${{ environment.region }}
                      awslogs-stream-prefix: ${{ release.name }}
            ---
            apiVersion: neap/v1
            kind: Service
            metadata:
              name: ${{ release.name }}
              ${{ if length(values.labels) > 0 }}:
                labels: ${{ values.labels }}
            spec:
              cluster: ${{ values.cluster }}
              taskDefinition: ${{ release.name }}
              # More than one would write at the same time without a table: that they need leaseTable is an error here.
              desiredCount:
                ${{ if values.leaseTable == null && values.tasks > 1 }}: more than one task needs ${{ values.leaseTable }}
                ${{ else }}: ${{ values.tasks }}
              schedulingStrategy: REPLICA
              ${{ if values.capacityProvider != null }}:
                capacityProviderStrategy: [{capacityProvider: "${{ values.capacityProvider }}", weight: 1}]
              deploymentConfiguration:
                minimumHealthyPercent: ${{ iif(values.leaseTable != null, 100, 0) }}
                maximumPercent: ${{ iif(values.leaseTable != null, 200, 100) }}
                deploymentCircuitBreaker: {enable: true, rollback: true}
              placement: ${{ values.placement }}
              ${{ if values.targetGroup != null }}:
                healthCheckGracePeriodSeconds: 60
                loadBalancers:
                  - targetGroup: ${{ values.targetGroup }}
                    containerName: ${{ release.name }}
                    containerPort: ${{ values.webhookPort }}
              enableECSManagedTags: true
              propagateTags: SERVICE
              ${{ if length(values.tags) > 0 }}:
                tags: ${{ values.tags }}
            ${{ if values.leaseTable == null }}:
              policy: {allow: {stop-first-outage: "without a lease table the new one may only begin once the old one is gone"}}

            """###,
        "values.schema.json": ###"""
            {
              "$schema": "http://json-schema.org/draft-07/schema#",
              "title": "Values of neap",
              "type": "object",
              "required": ["image", "cluster", "repository", "accounts", "roles"],
              "properties": {
                "image": {
                  "type": "string", "minLength": 1, "description": "Neap's image, with tag or digest.",
                  "examples": ["123456789012.dkr.ecr.eu-west-1.amazonaws.com/neap:0.1.0"]
                },
                "cluster": {
                  "type": "string", "minLength": 1, "description": "The cluster that it runs on: a manifest's name, or an ARN.",
                  "examples": ["demo-api"]
                },
                "repository": {
                  "type": "string", "minLength": 1, "description": "The URL of the repository that it watches.",
                  "examples": ["https://github.com/acme/infra.git"]
                },
                "ref": {"type": "string", "pattern": "^refs/", "description": "The branch, as a full ref name."},
                "environments": {
                  "type": "array", "items": {"type": "string"}, "examples": [["production"]],
                  "description": "The environments of the repository that it serves; all of them unless said."
                },
                "accounts": {
                  "type": "array", "minItems": 1, "items": {"type": "string", "pattern": "^[0-9]{12}$"},
                  "examples": [["123456789012"]], "description": "The AWS accounts that the repository may name."
                },
                "assumeRoles": {
                  "type": "array", "items": {"$ref": "#/definitions/role"},
                  "examples": [["arn:aws:iam::123456789012:role/neap-writer"]],
                  "description": "The roles that environments may name as assumeRoleArn."
                },
                "roles": {
                  "type": "object", "required": ["execution", "task"],
                  "description": "The ARNs of the roles that `neap bootstrap` makes: what starts it, and what it acts as.",
                  "properties": {"execution": {"$ref": "#/definitions/role"}, "task": {"$ref": "#/definitions/role"}}
                },
                "tasks": {
                  "type": "integer", "minimum": 0, "maximum": 10,
                  "description": "How many; more than one stand by, and are refused without leaseTable."
                },
                "leaseTable": {
                  "type": "string", "pattern": "^[a-zA-Z0-9_.-]{3,255}$", "examples": ["neap-leases"],
                  "description": "The DynamoDB table by which controllers agree on who writes; none unless said."
                },
                "queueUrl": {
                  "type": "string", "pattern": "^https://", "examples": ["https://sqs.eu-west-1.amazonaws.com/123456789012/neap-hints"],
                  "description": "The SQS queue that EventBridge fills with hints; none unless said."
                },
                "port": {"type": "integer", "minimum": 1024, "maximum": 65535, "description": "Of /healthz, /readyz and /metrics."},
                "metricsPort": {
                  "type": "integer", "minimum": 0, "maximum": 65535, "examples": [0],
                  "description": "The instance's port at which the same are reached from outside, 0 for one that ECS chooses; nowhere unless said."
                },
                "webhookPort": {"type": "integer", "minimum": 1024, "maximum": 65535, "description": "Of /hooks, behind the target group."},
                "targetGroup": {
                  "type": "string", "minLength": 1, "examples": ["neap"],
                  "description": "The target group by which a forge's webhooks arrive: a manifest's name, or an ARN; none unless said."
                },
                "secrets": {
                  "type": "object", "additionalProperties": {"type": "string", "pattern": "^arn:aws[a-z-]*:(ssm|secretsmanager):"},
                  "examples": [{"NEAP_GIT_TOKEN": "arn:aws:ssm:eu-west-1:123456789012:parameter/neap/git-token"}],
                  "description": "Environment variables to the ARN of the parameter or secret that holds them."
                },
                "environment": {
                  "type": "object", "additionalProperties": {"type": "string"}, "examples": [{"NEAP_LOG_LEVEL": "debug"}],
                  "description": "Environment variables, the chart's own among them; secrets do not belong here."
                },
                "capacityProvider": {
                  "type": "string", "minLength": 1, "examples": ["demo-api-spot"],
                  "description": "The capacity provider that it runs on; the cluster's own strategy unless said."
                },
                "placement": {
                  "enum": ["azBalancedSpread", "azBalancedBinpack", "binpack", "onePerHost"],
                  "description": "How several are spread over instances."
                },
                "size": {
                  "type": "object", "description": "What a task takes of an instance.",
                  "properties": {
                    "cpu": {"type": "integer", "minimum": 1, "description": "CPU units; 1024 are a core."},
                    "memory": {"type": "integer", "minimum": 64, "description": "The hard limit, MiB."},
                    "reservation": {"type": "integer", "minimum": 64, "description": "What is set aside for a task, MiB."}
                  }
                },
                "user": {
                  "type": "string", "pattern": "^[1-9][0-9]*:[1-9][0-9]*$",
                  "description": "User and group of the process by their numbers: the image's, never root."
                },
                "logRetentionDays": {"type": "integer", "minimum": 1, "description": "How many days CloudWatch keeps logs."},
                "labels": {"$ref": "#/definitions/texts", "description": "Labels of service and task definition, for neap -l."},
                "tags": {"$ref": "#/definitions/texts", "description": "AWS tags of service and tasks."}
              },
              "definitions": {
                "texts": {"type": "object", "additionalProperties": {"type": "string"}, "examples": [{"Team": "core"}]},
                "role": {"type": "string", "pattern": "^arn:aws[a-z-]*:iam::", "examples": ["arn:aws:iam::123456789012:role/neap-controller"]}
              }
            }

            """###,
        "values.yaml": ###"""
            # What a release may leave out. values.schema.json says what each value is; image, cluster, repository, accounts and roles
            # have no default. `neap bootstrap` writes a release with all of them.

            ref: refs/heads/main
            environments: []
            assumeRoles: []

            # One that starts beside the old one where leases say who writes; without a table the old one has to go first, and more
            # than one is refused.
            tasks: 1
            leaseTable: null
            queueUrl: null

            # Health and metrics, inside of the task alone unless metricsPort says where Prometheus finds them on the instance: a
            # port that the instance has free, or 0 for one that ECS chooses.
            port: 8080
            metricsPort: null

            # With a target group (its health check asks /healthz) a forge's webhooks arrive; they need a secret below, such as
            # NEAP_WEBHOOK_SECRET_GITHUB.
            targetGroup: null
            webhookPort: 8081

            # Environment variables to the ARN of the parameter or secret that holds them: NEAP_GIT_TOKEN and the like.
            secrets: {}
            # More variables of `neap run`; one that the chart sets itself is replaced, save NEAP_LISTEN and NEAP_WEBHOOK_LISTEN.
            environment: {}

            # The cluster's own strategy unless said. Spot is fine: it ends within seconds and another one takes the lease.
            capacityProvider: null
            placement: azBalancedSpread

            size: {cpu: 256, memory: 512, reservation: 256}
            user: "65532:65532"
            logRetentionDays: 90
            labels: {}
            tags: {}

            """###,
    ]
}
