namespace Meetings;

[DomainEvent("meeting.scheduled", Version = 2)]
public sealed partial record MeetingScheduled(Guid MeetingId, string Title, DateTimeOffset StartsAt, string? Location);

[DomainEvent("group.member_left")]
public sealed partial class MemberLeftGroup
{
    public Guid MemberId { get; }

    public Guid GroupId { get; }

    [AllowBlank]
    public string Comment { get; }

    public IReadOnlyList<string> Roles { get; }
}

[DomainEvent(External = true)]
public sealed partial record PaymentIntentSucceeded(string PaymentIntentId, long Amount);

[DomainEvent]
public partial record UserRegistered(string Email)
{
    public string? DisplayName { get; init; }
}

[DomainEvent]
public sealed partial record InvitedUserRegistered(string Email, string InvitedBy) : UserRegistered(Email);
