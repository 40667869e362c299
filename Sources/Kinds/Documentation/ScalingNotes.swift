/// What the members of ScalingPolicy and Alarm are for, in our own words; `FieldNotes.all` says how to read it.
enum ScalingNotes {
    static let text = """
        ScalingPolicy/maxCapacity [tasks]: How many tasks there may be at most.
        ScalingPolicy/minCapacity [tasks]: How many tasks there are at least.
        ScalingPolicy/roleARN: The role that scales; nearly always left to the service-linked one.
        ScalingPolicy/scheduled: Bounds that change by the clock, by name.
        ScalingPolicy/service: The service whose count is moved.
        ScalingPolicy/stepScaling: Policies that add or take tasks when their alarm rings, by name.
        ScalingPolicy/suspendedState: What is switched off for now.
        ScalingPolicy/tags: Tags of the scalable target by name.
        ScalingPolicy/targetTracking: Policies that keep a metric at a value, by name.
        scheduled/endTime: When it ends.
        scheduled/name: Its name in the manifest.
        scheduled/scheduledActionName: AWS's name, where it is another.
        scheduled/scalableTargetAction: The bounds from then on.
        scalableTargetAction/maxCapacity [tasks]: The upper bound from then on.
        scalableTargetAction/minCapacity [tasks]: The lower bound from then on.
        scheduled/schedule: When: cron(…), rate(…) or at(…).
        scheduled/startTime: When it begins.
        scheduled/timezone: The time zone of cron and at, such as Europe/Dublin; UTC when left out.
        stepScaling/adjustmentType: Whether steps are tasks, percents or exact counts.
        stepScaling/alarm: The alarm that it answers; made with it.
        stepScaling/cooldown [seconds]: How long it waits after it acted.
        stepScaling/metricAggregationType: How the metric's points are drawn together.
        stepScaling/minAdjustmentMagnitude [tasks]: The least that a percentage is.
        stepScaling/name: Its name in the manifest.
        stepScaling/policyName: AWS's name, where it is another.
        stepScaling/stepAdjustments: How much is added or taken, by how far the metric is above the threshold.
        stepAdjustments/metricIntervalLowerBound: From where on, counted from the alarm's threshold.
        stepAdjustments/metricIntervalUpperBound: Up to where, counted from the alarm's threshold.
        stepAdjustments/scalingAdjustment: How much is added, or taken when it is negative.
        suspendedState/dynamicScalingInSuspended: Whether policies take no task.
        suspendedState/dynamicScalingOutSuspended: Whether policies add no task.
        suspendedState/scheduledScalingSuspended: Whether schedules do nothing.
        targetTracking/customizedMetricSpecification: A metric of CloudWatch's of your own choice.
        customizedMetricSpecification/metrics: Several metrics and an expression.
        targetTracking/disableScaleIn: Whether it only adds tasks.
        targetTracking/name: Its name in the manifest.
        targetTracking/policyName: AWS's name, where it is another.
        targetTracking/predefinedMetricSpecification: A metric that AWS knows by name.
        predefinedMetricSpecification/predefinedMetricType: Which one, such as ECSServiceAverageCPUUtilization.
        predefinedMetricSpecification/resourceLabel: For requests: which load balancer and target group, as AWS writes it.
        predefinedMetricSpecification/loadBalancer: For requests: the load balancer.
        predefinedMetricSpecification/targetGroup: For requests: the target group.
        targetTracking/scaleInCooldown [seconds]: How long it waits before it takes more tasks.
        targetTracking/scaleOutCooldown [seconds]: How long it waits before it adds more tasks.
        targetTracking/targetValue: What the metric is kept at, in the metric's unit.
        actionsEnabled: Whether its actions are carried out.
        Alarm/alarmActions: What is done when it rings: ARNs.
        alarmDescription: What it is about, for people.
        alarmName: AWS's name, where it is not the manifest's.
        comparisonOperator: How the metric is held against the threshold.
        datapointsToAlarm: How many of the evaluated points have to be bad.
        dimensions: What the metric is about, such as a cluster and a service.
        dimensions/name: The dimension.
        dimensions/value: Its value.
        evaluateLowSampleCountPercentile: Whether percentiles of few samples count.
        evaluationCriteria: What is evaluated instead of a metric.
        evaluationCriteria/promQLCriteria: A query in PromQL.
        promQLCriteria/pendingPeriod [seconds]: How long it has to be bad.
        promQLCriteria/query: The query.
        promQLCriteria/recoveryPeriod [seconds]: How long it has to be good.
        evaluationInterval [seconds]: How often it is evaluated.
        evaluationPeriods: How many periods are looked at.
        extendedStatistic: A percentile or trimmed mean, such as p99.
        Alarm/insufficientDataActions: What is done when there are too few points: ARNs.
        metricName: The metric's name.
        metrics: Several metrics and an expression over them, instead of one metric.
        metrics/accountId: The account that the metric is in.
        metrics/expression: An expression over the others, by their ids.
        metrics/id: How expressions name it.
        metrics/label: What it is called in pictures.
        metrics/metricStat: The metric, and how its points are drawn together.
        metricStat/metric: The metric.
        metricStat/period [seconds]: The length of a point.
        metricStat/stat: How points are drawn together, such as Average.
        metricStat/unit: The metric's unit.
        metrics/period [seconds]: The length of a point.
        metrics/returnData: Whether this is what the alarm looks at.
        namespace: The metric's namespace, such as AWS/ECS.
        Alarm/okActions: What is done when it is well again: ARNs.
        period [seconds]: The length of a point.
        statistic: How points are drawn together, such as Average.
        Alarm/tags: Tags by name.
        alarm/tags: Tags by name.
        threshold: What the metric is held against, in the metric's unit.
        thresholdMetricId: The metric that gives the band of an anomaly detector.
        treatMissingData: What a missing point is: breaching, notBreaching, ignore or missing.
        customizedMetricSpecification/statistic: How points are drawn together.
        unit: The metric's unit; any when left out.
        """
}
