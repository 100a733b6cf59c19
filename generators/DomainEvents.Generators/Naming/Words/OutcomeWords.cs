namespace DomainEvents.Generators.Naming;

/// <summary>Words that are no participles and yet tell what came about.</summary>
internal static class OutcomeWords
{
    public static readonly HashSet<string> Certain = WordList.Parse(
        """
        available complete failure healthy inactive incomplete ineligible login logoff logon logout offline online
        overdue ready refresh shutdown startup success successful timeout unauthorized unavailable unhealthy
        unreachable unready unresponsive unsuccessful
        """);

    /// <summary>Those that a preposition may follow: ready for pickup.</summary>
    public static readonly HashSet<string> WithObject = WordList.Parse(
        """
        available due eligible ineligible overdue ready unable unauthorized unavailable
        """);

    public static readonly HashSet<string> Doubtful = WordList.Parse(
        """
        abort active alive begin checkin checkout click close crash dead done down due eligible empty end error
        exception expiry finish full idle invalid low open over overflow overrun pause ping reboot reload restart
        resume retry rollback signin signout signup start stop stuck sync tick trip up valid
        """);
}
