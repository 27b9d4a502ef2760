namespace ProtoKit.Sessions;

/// <summary>A client's connection whose bytes come in datagrams.</summary>
internal interface IDatagramConnection
{
    /// <summary>The end of a datagram ends its last line, because the wire has lines. Set before anything is read.</summary>
    bool EndsLines { set; }

    /// <summary>What is still on its way is not heard any more.</summary>
    void Renew();
}
