/// The queue of hints: what happened in AWS, so that Neap looks at once and not at the next interval.
enum HintQueue {
    /// An hour is plenty: a hint that is lost costs a look at the next interval.
    static let queue: TemplateNode = [
        "Type": "AWS::SQS::Queue", "DeletionPolicy": "Delete", "UpdateReplacePolicy": "Delete",
        "Properties": [
            "QueueName": .sub("${Name}-hints"), "MessageRetentionPeriod": 3600, "VisibilityTimeout": 60,
            "ReceiveMessageWaitTimeSeconds": 20, "SqsManagedSseEnabled": true,
        ],
    ]

    /// The rules alone may write to it, and nobody without TLS.
    static let policy: TemplateNode = [
        "Type": "AWS::SQS::QueuePolicy",
        "Properties": [
            "Queues": [.ref("Hints")],
            "PolicyDocument": [
                "Version": "2012-10-17",
                "Statement": [
                    [
                        "Sid": "Rules", "Effect": "Allow", "Principal": ["Service": "events.amazonaws.com"],
                        "Action": "sqs:SendMessage", "Resource": .attribute("Hints", "Arn"),
                        "Condition": [
                            "ArnEquals": ["aws:SourceArn": .list(HintRules.names.map { .attribute($0, "Arn") })]
                        ],
                    ],
                    [
                        "Sid": "TLS", "Effect": "Deny", "Principal": "*", "Action": "sqs:*",
                        "Resource": .attribute("Hints", "Arn"), "Condition": ["Bool": ["aws:SecureTransport": "false"]],
                    ],
                ],
            ],
        ],
    ]
}
