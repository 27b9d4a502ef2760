namespace ProtoKit.Hosting;

/// <summary>Bound endpoints that are being served, here or in other processes.</summary>
internal interface IServing
{
    /// <summary>Accepts nobody any more, lets every connection finish its command, and breaks off those that have not after this time. Answers how many.</summary>
    Task<int> StopAsync(TimeSpan drain);
}
