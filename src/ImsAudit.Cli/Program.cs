Console.WriteLine("imsaudit");
