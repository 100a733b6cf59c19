namespace DomainEvents.Generators.Naming;

/// <summary>Words in -ing that name a thing or a field of work rather than tell what is going on.</summary>
internal static class IngNouns
{
    public static readonly HashSet<string> All = WordList.Parse(
        """
        accounting advertising anything backing banking bearing beijing being belonging billing bing blessing boeing
        booking boring bowling branding brewing briefing broadcasting budgeting building carpeting casing casting
        catering ceiling clearing clothing coaching coding commenting computing consulting costing counseling crossing
        crowdfunding cycling darling dating dealing decking drawing dressing duckling dwelling earning earring
        engineering evening everything farming fasting feeling fencing filing filling finding fishing flooring
        freelancing funding gaming gathering gearing geofencing greeting grouping handling heading hearing herring
        hiking holding hosting housing imaging incoming inning invoicing killing king landing learning leasing lending
        licensing lighting listing living lodging machining mailing making manufacturing mapping marketing meaning
        meeting messaging metering mining modeling modelling monitoring mooring morning naming networking nothing
        nursing offboarding offering onboarding outgoing outing outsourcing packaging padding painting parenting
        parking passing phishing photographing piping planking planning plumbing pooling posting pricing processing
        programming provisioning pudding purchasing racing railing ranking rating reading reasoning reckoning
        recording recruiting recycling reporting ring roaming rooting routing sailing sampling scaffolding scheduling
        schooling scoring seasoning seating setting sharding shipping shopping sibling signaling skiing sling smoking
        something sourcing spacing spelling spending spring staffing staging standing steering sterling stocking
        string styling substring surfing surrounding sweeping swimming swing teaching teasing telling testing texting
        thing ticketing timing tooling touring towing tracking trading trailing training trimming tubing tutoring
        understanding undertaking upbringing vending viewing voting warehousing warning webbing wedding weighting
        welding wing wiring wording working writing yachting
        """);
}
