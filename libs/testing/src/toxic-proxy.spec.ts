import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { ToxicProxy } from './toxic-proxy';

// `once` of events would take the error that comes before for the answer.
const closed = (socket: Socket): Promise<void> => new Promise((resolve) => socket.once('close', () => resolve()));

describe('a connection through the toxic proxy', () => {
  let echo: Server;
  let proxy: ToxicProxy;
  const open: Socket[] = [];

  beforeEach(async () => {
    echo = createServer((socket) => socket.on('error', () => undefined).pipe(socket)).listen(0, '127.0.0.1');
    await once(echo, 'listening');
    proxy = await ToxicProxy.to({ host: '127.0.0.1', port: (echo.address() as AddressInfo).port });
  });
  afterEach(async () => {
    for (const socket of open.splice(0)) socket.destroy();
    await proxy.close();
    echo.close();
  });

  const dial = async (): Promise<Socket> => {
    const socket = connect(proxy.port, '127.0.0.1').on('error', () => undefined);
    open.push(socket);
    await once(socket, 'connect');
    return socket;
  };
  const answerTo = async (socket: Socket, text: string): Promise<string> => {
    socket.write(text);
    const [bytes] = (await once(socket, 'data')) as [Buffer];
    return bytes.toString();
  };

  it('passes everything on while nothing is wrong', async () => {
    expect(await answerTo(await dial(), '回应')).toBe('回应');
    expect(proxy.connections).toBe(1);
  });

  it('is cut for both ends', async () => {
    const socket = await dial();
    await answerTo(socket, 'a');
    const ended = closed(socket);
    proxy.cut();
    await ended;
    expect(await answerTo(await dial(), 'b')).toBe('b');
  });

  it('stands half open: what is sent is swallowed, and nobody is told', async () => {
    const socket = await dial();
    await answerTo(socket, 'a');
    let heard = 0;
    socket.on('data', () => (heard += 1));
    proxy.become('swallow');
    socket.write('b');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect([heard, socket.destroyed]).toEqual([0, false]);
  });

  it('is late', async () => {
    const socket = await dial();
    proxy.become({ delayMs: 40 });
    const before = Date.now();
    expect(await answerTo(socket, 'a')).toBe('a');
    expect(Date.now() - before).toBeGreaterThanOrEqual(79);
  });

  it('is refused', async () => {
    proxy.become('refuse');
    const socket = connect(proxy.port, '127.0.0.1').on('error', () => undefined);
    open.push(socket);
    await closed(socket);
    expect(proxy.connections).toBe(0);
  });
});
