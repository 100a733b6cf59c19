namespace DomainEvents.Generators.Naming;

/// <summary>Nouns that decide how the word beside them is read.</summary>
internal static class NounWords
{
    /// <summary>Subjects that do something: the word after them is a verb.</summary>
    public static readonly HashSet<string> Actors = WordList.Parse(
        """
        actor admin administrator agent applicant approver attendee author bidder buyer candidate client clinician
        contributor courier customer dealer developer doctor donor driver editor employee employer guest host landlord
        leader learner lecturer manager member moderator nurse operator organizer owner participant passenger patient
        payer person player provider reader recipient reviewer rider seller sender sponsor staff student subscriber
        supervisor supplier teacher team tenant trader trainer traveler user vendor viewer visitor volunteer voter
        winner worker
        """);

    /// <summary>Last words that make a thing of all the words before them.</summary>
    public static readonly HashSet<string> Heads = WordList.Parse(
        """
        adapter args attribute base behavior builder collection config configuration context converter count counter
        data date details dictionary dto entity entry enumerator extension extensions factory filter flag handler
        helper id info interceptor json list listener log logger mapper metadata model object options params payload
        policy processor property provider publisher queue reader record repository request response result results
        schema serializer service settings source spec specification store strategy stream subscriber subscription
        summary template test tests time timestamp token type types utils validator view wrapper
        """);

    /// <summary>Nouns that make a noun of the set after them.</summary>
    public static readonly HashSet<string> BeforeSet = WordList.Parse(
        """
        bit change character child data entity feature fragment icon instruction item key mind node object parameter
        permission point problem property query question record replica result row rule scale skill sub super symbol
        test tile tool training validation value working
        """);

    /// <summary>Words that make a direction of the left after them.</summary>
    public static readonly HashSet<string> BeforeLeft = WordList.Parse(
        """
        align aligned anchor arrow bottom far go key lower move pan rotate scroll shift side slide swipe swiped top
        turn turned upper
        """);

    /// <summary>Words that make a noun or direction of the bound after them.</summary>
    public static readonly HashSet<string> BeforeBound = WordList.Parse(
        """
        east in lower north out outer south upper west
        """);

    /// <summary>Words that make a noun of the split after them.</summary>
    public static readonly HashSet<string> BeforeSplit = WordList.Parse(
        """
        banana time
        """);
}
