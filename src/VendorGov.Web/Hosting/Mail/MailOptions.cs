namespace VendorGov.Web.Hosting.Mail;

/// <summary>The mail server; configuration section <c>Mail</c>. Without a host nothing is sent and nothing is queued.</summary>
public sealed class MailOptions
{
    public string? Host { get; set; }

    public bool IsConfigured => !string.IsNullOrEmpty(Host);

    /// <summary>STARTTLS on this port; a server that speaks TLS from the first byte (465) is not supported.</summary>
    public int Port { get; set; } = 587;

    public bool StartTls { get; set; } = true;

    public string? User { get; set; }

    public string? Password { get; set; }

    public string From { get; set; } = "vendorgov@localhost";
}
