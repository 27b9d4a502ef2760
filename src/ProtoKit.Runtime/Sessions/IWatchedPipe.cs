namespace ProtoKit.Sessions;

/// <summary>A connection whose conversation may lose what runs it, when a handler keeps that for too long.</summary>
internal interface IWatchedPipe
{
    /// <summary>Whether it may; else handlers keep their thread, whatever they do there.</summary>
    bool IsWatched { get; }

    /// <summary>A handler is about to be called; null: one that has no other place to run in.</summary>
    void Calling(HandlerPlace? place);
}

/// <summary>A reader that keeps nothing in its place that nobody looks at.</summary>
internal interface IFrugalReader
{
    /// <summary>Somebody still looks at what is left unused, so that it must stay where it is.</summary>
    bool IsLookedAt { set; }
}
