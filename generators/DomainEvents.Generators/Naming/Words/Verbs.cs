namespace DomainEvents.Generators.Naming;

/// <summary>Verbs in their base form.</summary>
internal static class Verbs
{
    /// <summary>Verbs that as the first word give an order: the name is a command.</summary>
    public static readonly HashSet<string> Imperatives = WordList.Parse(
        """
        accept accrue acknowledge acquire activate add adjust advance aggregate alert allocate allow amend analyze
        announce append apply approve archive ask assemble assign attach attempt authenticate authorize await ban
        become begin bind block build calculate call cancel capture change check choose clean clear clone close
        collect commit compare compensate complete compute configure confirm connect consume convert copy correct
        create deactivate debit decide decline decrease decrement decrypt delete deliver demote deploy deposit
        deregister destroy detach detect determine disable discard disconnect dismiss dispatch display distribute
        download drop duplicate edit emit enable encrypt enqueue enrich enroll ensure establish evaluate evict execute
        expand expire export extend extract fail fetch finalize find finish fire flush forget forward freeze fulfill
        generate get give grant handle hide identify ignore import increase increment initialize initiate insert
        inspect install invalidate invite invoke join keep launch leave load lookup maintain make manage mark merge
        migrate modify move mute notify obtain open overwrite parse patch pay perform persist pick populate prepare
        prevent produce promote propose provide provision publish purge raise reactivate read rebuild recalculate
        receive reconcile recover redeem redirect reduce refuse register reindex reject reload remind remove rename
        render renew reopen reorder repair replace request require rerun reschedule resend reserve reset resize
        resolve respond restart restore restrict resume retrieve retry revert revise revoke rotate run save select
        send serialize set show skip solve split start stop submit subscribe suspend synchronize take terminate throw
        transform translate unassign unban unblock uninstall unlink unlock unpublish unregister unsubscribe update
        upgrade upload use validate verify withdraw write
        """);

    /// <summary>Verbs that are as often nouns, and verbs that commands do not begin with.</summary>
    public static readonly HashSet<string> OtherVerbs = WordList.Parse(
        """
        abandon absorb accelerate access act adapt adopt age answer appear arrive assess audit awaken backfill balance
        bill bind boot breach break brew bring burn buy cache camp charge chase chat cheat click climb close collapse
        comment compact compile complain compress conclude conflict cook cool cost crash cut cycle damage decay deepen
        degrade delay depart deplete develop dial die dim disappear diverge dock draft drain draw drift drive drop dry
        eat elapse emerge end enter erase escalate exceed exchange exit fade fall fight file fill finish fix flag
        flash float flow fly focus follow form format fuel gain gather go grab grow happen harvest heal hear heat hire
        hold hover idle impersonate incur index inflate issue jam judge jump kick kill land lapse last lead leak learn
        lend level lift like link list lock log login logout lose lower lurk mail map match melt mint miss monitor
        mount navigate need negotiate nest normalize observe occur offer opt order overflow overheat own park pass
        pause penalize pend ping place play poll post press print proceed process progress project pull punch purchase
        push queue quit quote rank rate reach rebalance reboot recommend reconnect record recycle redeploy refer
        refill refresh refund reign relate relay release remain rent reply report rest retain retire return review
        rewind ride ring rise rollback rotate route rush sail scale scan schedule score scroll search seed seek sell
        serve settle shake share ship shrink shut shutdown sign sink sit sleep slide slow snooze soar sort spawn speak
        spin stall stand starve stay steal stick store stream stretch strike struggle subside succeed suggest surge
        swap swipe switch sync talk tap teleport test thaw throttle tick time touch trace track trade transfer
        transition transmit transport travel trigger trip try tune turn type undergo undo upvote validate vanish vary
        vest view violate visit vote wait wake walk warm wash watch win wither worsen yield
        """);

    /// <summary>Base forms that take a particle: what follows is a noun phrase, check-in, rollback.</summary>
    public static readonly HashSet<string> Phrasal = WordList.Parse(
        """
        add back black blow book boot break bring build burn buy call carry cash catch check clean clear clock close cool
        cut dial dig drill drive drop dry fade fall fill follow freeze front get give go hand hang head hold kick
        knock lay lead let lift line link lock log look make mark mix mock move open opt pass pay phase pick play plug
        point pop power pull push put ramp read ring roll round run scale send set shut sign slow sold spin split
        stand start step stop sum sweep switch take tear throw tie time top touch trade try turn wake walk warm wash
        wind wipe work wrap write
        """);

    /// <summary>Participles whose object is often a message.</summary>
    public static readonly HashSet<string> OnMessages = WordList.Parse(
        """
        dismissed drafted edited forwarded got left opened posted read received saw seen sent wrote
        """);

    /// <summary>Verbs that tell what to do about an event named after them.</summary>
    public static readonly HashSet<string> Reactions = WordList.Parse(
        """
        alert ask ensure handle inform notify remind tell
        """);

    /// <summary>Participles that a state follows without a preposition.</summary>
    public static readonly HashSet<string> Linking = WordList.Parse(
        """
        became declared deemed fallen fell found gone grew grown kept left proven remained reported stayed turned went
        """);

    /// <summary>Participles that lead to a state.</summary>
    public static readonly HashSet<string> Transitions = WordList.Parse(
        """
        advanced changed converted degraded demoted downgraded elevated escalated flagged lowered marked migrated
        moved progressed promoted raised reclassified reset returned reverted set switched transitioned turned updated
        upgraded
        """);

    public static bool IsVerb(string word) => Imperatives.Contains(word) || OtherVerbs.Contains(word);
}
