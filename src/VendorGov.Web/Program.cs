return await VendorGov.Web.Commands.CommandLine.RunAsync(args);
